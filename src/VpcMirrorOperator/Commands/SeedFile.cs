using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Commands;

/// <summary>An emulator seed with a digest of its text.</summary>
/// <param name="Content">The seed.</param>
/// <param name="Digest">SHA-256 of the text in hexadecimal digits: tells whether a saved state came from this seed.</param>
internal sealed record SeedFile(EmulatorSeed Content, string Digest)
{
    private const string DemoResource = "demo-seed.yaml";

    /// <summary>Reads a seed file, or the built-in demo.</summary>
    /// <exception cref="CommandException">It cannot be read, is no valid seed, or has no account.</exception>
    public static SeedFile Read(string? path, CommandContext context)
    {
        try
        {
            var text = path is null ? Demo() : File.ReadAllText(context.FullPath(path));
            var seed = EmulatorSeed.Parse(text, path ?? DemoResource);
            if (seed.Accounts.Count == 0) throw new CommandException($"{path}: accounts: the seed has no account. Add one.");
            return new SeedFile(seed, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        }
        catch (EmulatorSeedException e)
        {
            throw new CommandException(e.Message, e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"{path}: there is no such file. Correct the path of the seed.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: cannot be read: {e.Message} It must be a file that this user may read.", e);
        }
    }

    private static string Demo()
    {
        using var reader = new StreamReader(typeof(SeedFile).Assembly.GetManifestResourceStream(DemoResource)!);
        return reader.ReadToEnd();
    }
}
