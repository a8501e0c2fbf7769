using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// The attributes of a session that an object does not declare, and that make another session of it when they change. Pure.
/// </summary>
internal static class SessionAttributes
{
    /// <summary>Where the copies go.</summary>
    public const string Target = "target";

    /// <summary>Which traffic is copied.</summary>
    public const string Filter = "filter";

    /// <summary>Which of two sessions of a source wins.</summary>
    public const string Priority = "priority";

    /// <summary>The VXLAN network identifier.</summary>
    public const string VirtualNetworkId = "virtualNetworkId";

    /// <summary>How much of each packet is copied.</summary>
    public const string PacketLength = "packetLength";

    /// <summary>Whether anything is copied.</summary>
    public const string Enabled = "enabled";

    private static readonly (string Name, Func<SessionState, string?> Value)[] All =
    [
        (Target, state => IsId(state.TargetId) && state.TargetType is { } type ? $"{type}/{state.TargetId}" : null),
        (Filter, state => IsId(state.FilterId) ? state.FilterId : null),
        (Priority, state => Text(state.Priority)),
        (VirtualNetworkId, state => Text(state.VirtualNetworkId)),
        (PacketLength, state => Text(state.PacketLength)),
    ];

    /// <summary>What differs from how the session was. What an answer does not show has not changed.</summary>
    /// <param name="known">What is known to differ already; each has its former value.</param>
    /// <param name="before">The session as seen last.</param>
    /// <param name="now">The session as it is.</param>
    /// <param name="declared">What is declared is put right, and is no matter of this.</param>
    public static IReadOnlyList<AttributeChange> Changed(
        IReadOnlyList<AttributeChange> known, SessionState before, SessionState now, SessionDeclaration? declared = null)
    {
        if (known.Count == 0 && AreSame(before, now)) return [];
        List<AttributeChange>? changes = null;
        foreach (var (name, value) in All)
        {
            if (declared is not null && IsDeclared(declared, name)) continue;
            if (known.FirstOrDefault(change => change.Attribute == name)?.Was is not { } was && (was = value(before)) is null) continue;
            var current = value(now) ?? value(before);
            if (current is not null && current != was)
                (changes ??= []).Add(new AttributeChange { Attribute = name, Was = was, Is = current });
        }

        return changes ?? [];
    }

    /// <summary>
    /// The baseline of each attribute that is not declared: its value, or the one that it had before somebody changed it.
    /// </summary>
    /// <param name="state">The session as seen last.</param>
    /// <param name="changed">What was changed.</param>
    /// <param name="declared">What is declared has none.</param>
    public static IEnumerable<KeyValuePair<string, string>> Baselines(
        SessionState state, IReadOnlyList<AttributeChange> changed, SessionDeclaration? declared)
    {
        foreach (var (name, value) in All)
            if ((declared is null || !IsDeclared(declared, name))
                && (changed.FirstOrDefault(change => change.Attribute == name)?.Was ?? value(state)) is { } text && !text.Contains(' '))
                yield return new(name, text);
    }

    /// <summary>As nearly always: makes no text.</summary>
    private static bool AreSame(SessionState before, SessionState now) =>
        before.TargetId == now.TargetId
        && before.TargetType == now.TargetType
        && before.FilterId == now.FilterId
        && before.Priority == now.Priority
        && before.VirtualNetworkId == now.VirtualNetworkId
        && before.PacketLength == now.PacketLength;

    /// <summary>
    /// The session as seen, with the attributes that this answer does not show as they were seen last. While the account is locked nothing
    /// is judged (rule S10), so they stay what the session is judged by afterwards.
    /// </summary>
    public static SessionState? Remembering(SessionState? before, SessionState? now) =>
        before is null || now is null ? now
        : ObservedSession.IsGood(now.BusinessStatus) ? With(now, now, before)
        : With(now, before, now);

    private static SessionState With(SessionState state, SessionState first, SessionState second) => state with
    {
        TargetId = first.TargetId ?? second.TargetId,
        TargetType = first.TargetId is null ? second.TargetType : first.TargetType,
        FilterId = first.FilterId ?? second.FilterId,
        Priority = first.Priority ?? second.Priority,
        VirtualNetworkId = first.VirtualNetworkId ?? second.VirtualNetworkId,
        PacketLength = first.PacketLength ?? second.PacketLength,
    };

    /// <summary>The value of an attribute as it is told; null for one that a state does not have, or does not show.</summary>
    /// <param name="name">For example <see cref="Target"/>.</param>
    /// <param name="state">The session.</param>
    public static string? ValueOf(string name, SessionState state) => name == Enabled
        ? state.Enabled ? "true" : "false"
        : Array.Find(All, attribute => attribute.Name == name).Value?.Invoke(state);

    private static bool IsDeclared(SessionDeclaration declared, string name) => name switch
    {
        Target => declared.Target is not null,
        Filter => declared.FilterId is not null || declared.FilterRef is not null,
        Priority => declared.Priority is not null,
        VirtualNetworkId => declared.VirtualNetworkId is not null,
        PacketLength => declared.PacketLength is not null,
        _ => false,
    };

    /// <summary>Anything else says nothing of where the traffic goes.</summary>
    private static bool IsId(string? text) => text is { Length: > 0 and <= SpecLimits.MaxIdLength }
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
