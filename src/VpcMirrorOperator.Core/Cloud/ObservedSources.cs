using System.Text;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Cloud;

/// <summary>The sources of a session as an answer lists them.</summary>
internal static class ObservedSources
{
    /// <summary>Whether an answer lists just the ids of a set, in their order; makes no string.</summary>
    public static bool AreInOrder(IReadOnlyList<string> listed, SourceIdSet known) =>
        Packed(listed) is { } ids ? known.IsInOrder(ids.Bytes) : known.IsInOrder(listed);

    /// <summary>The ids that a call can name, and those whose form is another.</summary>
    public static (SourceIdSet Ids, IReadOnlyList<string> Others) Of(IReadOnlyList<string> listed)
    {
        var ids = new SourceIdSetBuilder();
        List<string>? others = null;
        if (Packed(listed) is { } packed)
        {
            foreach (var id in new SourceIdBytes(packed.Bytes))
                if (SourceIdSyntax.IsWellFormed(id)) ids.Add(id);
                else (others ??= []).Add(Encoding.ASCII.GetString(id));
        }
        else
        {
            foreach (var id in listed)
                if (SourceIdSyntax.IsWellFormed(id)) ids.Add(id);
                else (others ??= []).Add(id);
        }

        return (ids.Build(), (IReadOnlyList<string>?)others ?? []);
    }

    private static PackedIds? Packed(IReadOnlyList<string> listed) => (listed as ReplyList<string>)?.Items as PackedIds;
}
