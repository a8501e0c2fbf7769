namespace VpcMirrorOperator.Manifests;

/// <summary>The file system side of manifests: paths in, texts out.</summary>
internal static class ManifestFiles
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>
    /// Reads files, folders and standard input. Folders are read with their subfolders (hidden ones excepted), only
    /// <c>*.yaml</c>, <c>*.yml</c> and <c>*.json</c>, in ordinal order.
    /// </summary>
    /// <param name="paths">Files, folders, or <c>-</c> for standard input.</param>
    /// <param name="baseFolder">What relative paths start from.</param>
    /// <param name="standardInput">Read for <c>-</c>.</param>
    /// <returns>The texts, each file once, and an error for every path that cannot be read.</returns>
    public static (IReadOnlyList<ManifestText> Texts, IReadOnlyList<ManifestError> Errors) Read(
        IEnumerable<string> paths, string baseFolder, TextReader standardInput)
    {
        var texts = new List<ManifestText>();
        var errors = new List<ManifestError>();
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            try
            {
                texts.AddRange(path == "-" ? [new ManifestText(path, standardInput.ReadToEnd())] : ReadPath(path, baseFolder, errors));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.Add(
                    new ManifestError(path, 0, 0, "", $"cannot be read: {e.Message.TrimEnd('.')}", "Check the path and its permissions."));
            }
        }

        return ([.. texts.DistinctBy(t => t.File)], errors);
    }

    private static IEnumerable<ManifestText> ReadPath(string path, string baseFolder, List<ManifestError> errors)
    {
        var full = Path.GetFullPath(path, baseFolder);
        if (File.Exists(full)) return [new ManifestText(path, File.ReadAllText(full))];
        if (!Directory.Exists(full))
        {
            errors.Add(
                new ManifestError(
                    path, 0, 0, "", "no such file or folder", "Give a manifest file, a folder of manifests, or - for standard input."));
            return [];
        }

        var files = Files(full).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            errors.Add(new ManifestError(path, 0, 0, "", "the folder holds no *.yaml, *.yml or *.json file", "Check the path."));
        return [.. files.Select(f => new ManifestText(Path.Join(path, Path.GetRelativePath(full, f)), File.ReadAllText(f)))];
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder)
        .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && !IsHidden(f))
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !IsHidden(d) && !IsLink(d)).SelectMany(Files));

    /// <summary>Linked folders are not followed: a link upwards would never end.</summary>
    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');
}
