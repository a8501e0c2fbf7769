namespace VpcMirrorOperator.Manifests;

/// <summary>Texts in; objects, errors and notices out. No I/O.</summary>
internal static class ManifestParser
{
    /// <summary>Reads all texts and collects every error, those between objects included.</summary>
    /// <param name="texts">The manifests.</param>
    /// <param name="kinds">The kinds that are read.</param>
    public static ManifestSet Parse(IEnumerable<ManifestText> texts, IReadOnlyList<IManifestKind> kinds)
    {
        var errors = new List<ManifestError>();
        var notices = new List<ManifestNotice>();
        var placed = new List<PlacedObject>();
        foreach (var text in texts)
        {
            var reader = new DocumentReader(kinds, new ManifestErrors(text.File, errors, notices));
            foreach (var document in new YamlReader(text.File, text.Text, errors).ReadAll()) placed.AddRange(reader.Read(document));
        }

        RefuseCopies(placed, NameOf);
        RefuseCopies(placed, one => one.Kind.ClaimOf(one.Item));
        return new ManifestSet(placed, errors, notices);
    }

    private static ManifestClaim NameOf(PlacedObject one)
    {
        var key = one.Item.Metadata.Key;
        return new ManifestClaim(
            $"{one.Kind.Kind} {key}", "metadata.name", $"the name {key} is taken", "Give one of the two another name.");
    }

    private static void RefuseCopies(IEnumerable<PlacedObject> objects, Func<PlacedObject, ManifestClaim?> claimOf)
    {
        foreach (var group in objects.GroupBy(one => claimOf(one)?.Identity).Where(group => group.Key is not null))
        {
            var first = group.First();
            foreach (var copy in group.Skip(1))
            {
                var claim = claimOf(copy)!;
                var message = $"{claim.Twice}, first at {first.Errors.File}:{first.Mark.Line}";
                copy.Errors.Add(copy.Mark, claim.Field, message, claim.Remedy);
            }
        }
    }
}
