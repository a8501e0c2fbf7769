using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Hosting;
using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Commands;

/// <summary><c>emulator</c>: serves the VPC emulator for anybody's tests until it is interrupted.</summary>
internal static class EmulatorCommand
{
    /// <param name="seedPath">The seed file; null for the demo.</param>
    /// <param name="port">The TCP port on loopback; 0 for any free one.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(string? seedPath, int port, CommandContext context)
    {
        var seed = SeedFile.Read(seedPath, context);
        await using var host = await StartAsync(seed.Content, port, context);
        context.Out.WriteLine($"VPC emulator: {host.Address}");
        foreach (var account in seed.Content.Accounts)
            context.Out.WriteLine(
                $"  account {account.Name}: access key id {account.AccessKeyId}, regions " +
                $"{string.Join(", ", account.Regions.Select(r => r.Id))}");
        context.Out.WriteLine($"Sessions and call log: {host.Address}_emulator/state");
        foreach (var line in Keys(seedPath, seed.Content.Accounts[0])) context.Out.WriteLine(line);
        context.Out.WriteLine(
            $"Use it: vpc-mirror plan --endpoint {host.Address.GetLeftPart(UriPartial.Authority)} -f PATH. Ctrl-C ends it.");
        await WaitAsync(context);
        return ExitCodes.Success;
    }

    /// <summary>
    /// The keys of the demo's made-up account, to be pasted into a shell: everybody can read them in the program. Those of somebody's own
    /// seed are not repeated.
    /// </summary>
    private static string[] Keys(string? seedPath, AccountSeed account) => seedPath is not null
        ? [$"The secrets of the accounts are in {seedPath}."]
        :
        [
            "Its keys, which open nothing else:", $"  export ALIBABA_CLOUD_ACCESS_KEY_ID={account.AccessKeyId}",
            $"  export ALIBABA_CLOUD_ACCESS_KEY_SECRET={account.AccessKeySecret}",
        ];

    private static async Task<EmulatorHost> StartAsync(EmulatorSeed seed, int port, CommandContext context)
    {
        try
        {
            return await EmulatorHost.StartAsync(new VpcEmulator(seed, context.Time), port, context.Interrupted);
        }
        catch (IOException e)
        {
            throw new CommandException($"--port {port}: {e.Message.TrimEnd('.')}. Choose another port, or none for any free one.", e);
        }
    }

    private static async Task WaitAsync(CommandContext context)
    {
        var interrupted = new TaskCompletionSource();
        using var registration = context.Interrupted.Register(interrupted.SetResult);
        await interrupted.Task;
    }
}
