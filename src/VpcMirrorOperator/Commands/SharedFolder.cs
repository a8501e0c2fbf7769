using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// Says when several processes apply with one state folder. That is allowed, the records are fenced: but whoever looks at one of them
/// should know of the other.
/// </summary>
internal static class SharedFolder
{
    private const string LockName = ".apply.lock";

    /// <summary>Enters the folder; dispose the result to leave it.</summary>
    /// <returns>Null when another process is there already, which a notice has said.</returns>
    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    public static IDisposable? Enter(StateFolder folder, CommandContext context)
    {
        var alone = folder.TryLock(LockName);
        if (alone is null)
            context.Error.WriteLine(
                $"notice: another apply is using {folder.FolderPath}. That is safe: the two share what is recorded, and one waits while " +
                "the other writes a session. Each counts its own cloud writes only.");
        return alone;
    }
}
