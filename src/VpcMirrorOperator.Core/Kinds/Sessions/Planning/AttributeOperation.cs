using System.Collections.Immutable;
using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// A recorded Update or change of tags: what it asks for, what proves it, and whether it is still wanted (rules S4 and S8).
/// </summary>
internal static class AttributeOperation
{
    private const string TagKey = ".Key";

    /// <summary>The recorded parameters of a change of tags, as the API numbers them.</summary>
    public static IReadOnlyDictionary<string, string> TagParameters(ImmutableSortedDictionary<string, string> tags) =>
        OperationState.Recorded(tags.SelectMany((tag, i) => new KeyValuePair<string, string>[]
        {
            new(string.Create(CultureInfo.InvariantCulture, $"Tag.{i + 1}.Key"), tag.Key),
            new(string.Create(CultureInfo.InvariantCulture, $"Tag.{i + 1}.Value"), tag.Value),
        }));

    /// <summary>Whether the session shows all that the operation asked for.</summary>
    public static bool Shows(OperationState operation, ObservedSession session) => operation.Verb == OperationVerb.Tag
        ? TagsOf(operation).All(tag => session.Details?.Tags.GetValueOrDefault(tag.Key) == tag.Value)
        : (operation.Parameters ?? ImmutableDictionary<string, string>.Empty).All(wanted => ValueOf(wanted.Key, session) == wanted.Value);

    /// <summary>
    /// What is known of refused changes once the recorded one has ended. The cloud accepted it and the session does not show it: at once
    /// again it would be accepted again, for ever, and the sources would wait for it (rule S8).
    /// </summary>
    /// <param name="input">What is known.</param>
    /// <param name="session">The session.</param>
    /// <param name="hasEnded">Whether it has ended.</param>
    public static AttributeTrial TrialAfter(PlannerInput input, ObservedSession session, bool hasEnded)
    {
        var known = input.Memory.Attributes;
        if (!hasEnded || input.Declared.Status?.Operation is not { AcceptedAt: not null } operation) return known;
        if (operation.IsOfSources() || Shows(operation, session)) return known;
        var what = string.Join(", ", operation.Parameters?.Select(parameter => $"{parameter.Key}={parameter.Value}") ?? []);
        var why = new FailedCall(Reasons.AttributesDiffer, CameToNothing(operation, what), NeedsUser: true, null);
        return known.With(operation, why, input.Now);
    }

    private static string CameToNothing(OperationState operation, string what) =>
        $"The cloud accepted {SessionCalls.ActionOf(operation.Verb)} ({what}), and the session does not show it. It is tried again some "
        + "minutes later. Find out who else changes the session (ActionTrail), and declare values as the cloud shows them.";

    /// <summary>Whether each value that it writes is still one to be written.</summary>
    public static bool IsWanted(OperationState operation, AttributeDiff diff)
    {
        var pending = operation.Verb == OperationVerb.Tag ? diff.Tags : diff.Update;
        var values = operation.Verb == OperationVerb.Tag ? TagsOf(operation) : operation.Parameters;
        return values is not null && values.All(wanted => pending.GetValueOrDefault(wanted.Key) == wanted.Value);
    }

    /// <summary>The tags of a recorded change of tags.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(OperationState operation)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, key) in operation.Parameters ?? ImmutableDictionary<string, string>.Empty)
            if (name.EndsWith(TagKey, StringComparison.Ordinal))
                tags[key] = operation.Parameters!.GetValueOrDefault(name[..^TagKey.Length] + ".Value") ?? "";
        return tags;
    }

    private static string? ValueOf(string parameter, ObservedSession session) => parameter switch
    {
        "TrafficMirrorSessionName" => session.Details?.Name,
        "TrafficMirrorSessionDescription" => session.Details?.Description,
        "TrafficMirrorTargetId" => session.State.TargetId,
        "TrafficMirrorTargetType" => session.State.TargetType,
        "TrafficMirrorFilterId" => session.State.FilterId,
        "VirtualNetworkId" => Text(session.State.VirtualNetworkId),
        "PacketLength" => Text(session.State.PacketLength),
        "Enabled" => session.State.Enabled ? "true" : "false",
        AttributeDiff.Priority => Text(session.State.Priority),
        _ => null,
    };

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
