using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Manifests;

/// <summary>Texts in; sessions, errors and notices out. No I/O.</summary>
internal static class ManifestParser
{
    /// <summary>Reads all texts and collects every error, those between objects included.</summary>
    /// <param name="texts">The manifests.</param>
    public static ManifestSet Parse(IEnumerable<ManifestText> texts)
    {
        var errors = new List<ManifestError>();
        var notices = new List<ManifestNotice>();
        var placed = new List<PlacedSession>();
        foreach (var text in texts)
        {
            var fileErrors = new ManifestErrors(text.File, errors, notices);
            foreach (var document in new YamlReader(text.File, text.Text, errors).ReadAll())
                placed.AddRange(DocumentReader.Read(document, fileErrors).Select(s => new PlacedSession(s.Session, fileErrors, s.Mark)));
        }

        RefuseCopies(placed, s => s.Session.Key(), "metadata.name", key => $"the name {key} is taken", "Give one of the two another name.");
        RefuseCopies(placed, s => s.Session.Session(), "spec.trafficMirrorSessionId", session => $"the session {session} is declared twice",
            "A session has one owner: merge the two objects.");
        return new ManifestSet([.. placed.Select(p => p.Session)], errors, notices);
    }

    private static void RefuseCopies<TKey>(
        IEnumerable<PlacedSession> sessions, Func<PlacedSession, TKey> keyOf, string field, Func<TKey, string> message, string remedy)
    {
        foreach (var group in sessions.GroupBy(keyOf))
        {
            var first = group.First();
            foreach (var copy in group.Skip(1))
                copy.Errors.Add(copy.Mark, field, $"{message(group.Key)}, first at {first.Errors.File}:{first.Mark.Line}", remedy);
        }
    }

    private sealed record PlacedSession(TrafficMirrorSession Session, ManifestErrors Errors, YamlMark Mark);
}
