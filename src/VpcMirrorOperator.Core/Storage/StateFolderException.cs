namespace VpcMirrorOperator.Storage;

/// <summary>The state folder, or a file in it, cannot be used. Nothing was changed.</summary>
internal sealed class StateFolderException : Exception
{
    /// <summary>Names the file and what to do.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="problem">What is wrong with it, without a full stop.</param>
    /// <param name="remedy">What to do, a whole sentence.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public StateFolderException(string path, string problem, string remedy, Exception? inner = null)
        : base($"{path}: {problem}. {remedy}", inner)
    {
    }
}
