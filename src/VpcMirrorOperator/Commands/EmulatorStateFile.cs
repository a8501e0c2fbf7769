using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Yaml;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>The emulator's sessions between two runs: <c>emulator.yaml</c> in the state folder, itself a valid seed.</summary>
internal sealed class EmulatorStateFile(string folder, SeedFile seed)
{
    private readonly string _path = Path.Join(folder, "emulator.yaml");
    private readonly Lock _lock = new();
    private string? _saved;

    private string Header =>
        "# State of the embedded emulator; delete it, or use --emulator-reset, to start from the seed again.\n# seed-sha256: " +
        $"{seed.Digest}\n";

    /// <summary>The saved state; null when there is none, or when it came from another seed.</summary>
    /// <exception cref="CommandException">The file is corrupt or cannot be read.</exception>
    public EmulatorSeed? Load()
    {
        try
        {
            if (!File.Exists(_path)) return null;
            var text = File.ReadAllText(_path);
            if (!text.StartsWith(Header, StringComparison.Ordinal)) return null;
            return EmulatorSeed.Parse(_saved = text, _path);
        }
        catch (Exception e) when (e is EmulatorSeedException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                $"{e.Message}\n{_path} cannot be used. Delete it, or start from the seed again with --emulator-reset.", e);
        }
    }

    /// <summary>Writes the state unless it is what was last written or read. Called from all workers at once.</summary>
    /// <exception cref="StateFolderException">The file cannot be written.</exception>
    public void Save(Func<EmulatorSeed> export)
    {
        lock (_lock)
        {
            // Exported under the lock, so that an older state never replaces a newer one.
            var text = Header + export().ToYaml();
            if (text == _saved) return;
            Write(text);
            _saved = text;
        }
    }

    private void Write(string text)
    {
        try
        {
            AtomicFile.Write(_path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateFolderException(
                _path, $"cannot be written ({e.Message.TrimEnd('.')})", "Check the disk and the permissions.", e);
        }
    }
}
