namespace VpcMirrorOperator.TestSupport;

/// <summary>Files of the repository that are not copied beside the tests.</summary>
public static class Repository
{
    private static readonly string Root = Find();

    public static string PathOf(params string[] parts) => Path.Join([Root, .. parts]);

    public static string ReadText(params string[] parts) => File.ReadAllText(PathOf(parts));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Join(folder.FullName, "VpcMirrorOperator.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
