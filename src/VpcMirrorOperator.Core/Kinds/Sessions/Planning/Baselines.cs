using System.Collections.Immutable;
using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// What the annotation <see cref="Annotations.Memory"/> keeps for a lost status (rules S9 and S10): of which session, the baseline of each
/// attribute that is not declared, and whether the account was locked when it was listed last. Pure. One line of <c>name=value</c> pairs;
/// what a text does not say, or says wrongly, is not known.
/// </summary>
internal sealed record Baselines
{
    private const string Session = "session";
    private const string Locked = "locked";

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>Whether it was locked for overdue payment when it was listed last.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The baseline of each attribute that is not declared.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What an object's status says; null when no session is known.</summary>
    /// <param name="declared">The object with its status.</param>
    public static Baselines? Of(TrafficMirrorSession declared)
    {
        if (declared.SessionId() is not { } id || declared.Status?.Session is not { } state) return null;
        return new Baselines
        {
            SessionId = id,
            IsLocked = !ObservedSession.IsGood(state.BusinessStatus),
            Values = SessionAttributes.Baselines(state, declared.Status.Alteration?.Changes ?? [], declared.Spec.Session)
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>What the annotation of an object says; null when it says nothing.</summary>
    /// <param name="declared">The object.</param>
    public static Baselines? Kept(TrafficMirrorSession declared)
    {
        if (declared.Metadata.Annotations.GetValueOrDefault(Annotations.Memory) is not { Length: > 0 and <= 1024 } text) return null;
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) pairs[pair[..at]] = pair[(at + 1)..];
        if (!pairs.Remove(Session, out var id) || id.Length == 0) return null;
        return new Baselines
        {
            SessionId = id, IsLocked = pairs.Remove(Locked, out var locked) && locked == "true",
            Values = pairs.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>
    /// The session as it is to be judged by, for an object whose status is lost; null when nothing is kept of this session.
    /// </summary>
    /// <param name="declared">The object.</param>
    public static SessionState? Restore(TrafficMirrorSession declared)
    {
        if (declared.Status?.Session is not null) return null;
        if (Kept(declared) is not { } kept || kept.SessionId != declared.SessionId()) return null;
        var target = kept.Values.GetValueOrDefault(SessionAttributes.Target)?.Split('/', 2);
        return new SessionState
        {
            Status = "",
            TargetType = target is [var type, _] ? type : null,
            TargetId = target is [_, var id] ? id : null,
            FilterId = kept.Values.GetValueOrDefault(SessionAttributes.Filter),
            Priority = kept.Number(SessionAttributes.Priority),
            VirtualNetworkId = kept.Number(SessionAttributes.VirtualNetworkId),
            PacketLength = kept.Number(SessionAttributes.PacketLength),
        };
    }

    /// <summary>The text of the annotation.</summary>
    public string Text() => string.Join(
        ' ', (string[])[$"{Session}={SessionId}", .. Values.Select(value => $"{value.Key}={value.Value}"), .. Mark()]);

    private string[] Mark() => IsLocked ? [$"{Locked}=true"] : [];

    private int? Number(string name) => int.TryParse(
        Values.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
