using System.Diagnostics;

namespace VpcMirrorOperator.TestSupport;

/// <summary>What a program printed, and how it ended.</summary>
/// <param name="ExitCode">Zero is well.</param>
/// <param name="Printed">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record CommandResult(int ExitCode, string Printed, string Errors)
{
    /// <summary>Both streams in one text.</summary>
    public string Output => Printed + Errors;

    /// <summary>The output of a program that must not fail.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return Output;
    }
}

/// <summary>Runs programs to their end.</summary>
public static class Command
{
    public static async Task<CommandResult> RunAsync(string program, string input, IEnumerable<string> arguments)
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // The settings of this machine's user are none of a test's business.
        start.Environment["KUBECONFIG"] = "/dev/null";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        // After the readers: a program that prints while it reads would wait for them.
        await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return new CommandResult(process.ExitCode, await output, await errors);
    }
}
