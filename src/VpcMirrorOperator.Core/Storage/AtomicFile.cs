using System.Text;

namespace VpcMirrorOperator.Storage;

/// <summary>Writes files so that a reader, or a crash at any moment, finds the old text or the new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces a file. Two writers of one file at once must be kept apart by the caller: they share the temporary name.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="text">The whole new text.</param>
    public static void Write(string path, string text)
    {
        var temporary = Path.Join(Path.GetDirectoryName(path), $".{Path.GetFileName(path)}.tmp");
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            // Without this a power cut could leave the new name with no content.
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
