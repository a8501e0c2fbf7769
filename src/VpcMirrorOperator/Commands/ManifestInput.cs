using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Commands;

/// <summary>Reads the manifests of a command line.</summary>
internal static class ManifestInput
{
    /// <summary>The declared objects, at least one. Notices go to standard error.</summary>
    /// <exception cref="CommandException">Any error in any of them; the message has a line for each.</exception>
    public static DeclaredObjects Load(IReadOnlyList<string> paths, CommandContext context)
    {
        var (texts, unreadable) = Read(paths, context);
        return Parse(paths, texts, unreadable, context.Error.WriteLine);
    }

    /// <summary>The texts alone, to see whether they changed.</summary>
    public static (IReadOnlyList<ManifestText> Texts, IReadOnlyList<ManifestError> Errors) Read(
        IReadOnlyList<string> paths, CommandContext context) =>
        ManifestFiles.Read(paths, context.CurrentDirectory, context.In);

    /// <inheritdoc cref="Load"/>
    public static DeclaredObjects Parse(
        IReadOnlyList<string> paths, IReadOnlyList<ManifestText> texts, IReadOnlyList<ManifestError> unreadable, Action<string> notice)
    {
        var set = ManifestParser.Parse(texts, KindRegistry.Manifests);
        foreach (var text in set.Notices) notice($"notice: {text}");
        ManifestError[] errors = [.. unreadable, .. set.Errors];
        if (errors.Length > 0) throw new CommandException(string.Join('\n', errors.Select(e => e.ToString())));
        var declared = DeclaredObjects.Of(set);
        if (declared.Sessions.Count + declared.Filters.Count + declared.Policies.Count == 0)
            throw new CommandException(
                $"{string.Join(", ", paths)}: no {string.Join(" or ", KindRegistry.All.Select(kind => kind.Resource.Kind))} found. "
                + "Check the paths, or write one: vpc-mirror import.");
        return declared;
    }
}
