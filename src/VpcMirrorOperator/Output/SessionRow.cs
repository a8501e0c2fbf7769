using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output;

/// <summary>What is shown of one session.</summary>
/// <param name="Key">The object.</param>
/// <param name="Session">Region and id in the cloud.</param>
/// <param name="State">The session's status in the cloud's words; empty while unknown.</param>
/// <param name="Counts">Desired, actual and pending sources; null before the first observation.</param>
/// <param name="Progress">Whether it is done, waiting for somebody, or being worked on.</param>
/// <param name="Reason">The reason of the <c>Ready</c> condition.</param>
/// <param name="Message">The message of the <c>Ready</c> condition.</param>
internal sealed record SessionRow(
    ObjectKey Key, SessionRef Session, string State, SourceCounts? Counts, SessionProgress Progress, string Reason, string Message)
{
    /// <summary>The row of an object.</summary>
    /// <param name="session">The object with its status.</param>
    /// <param name="seen">False while this process has not observed it: the status of an earlier run says nothing about now.</param>
    public static SessionRow Of(TrafficMirrorSession session, bool seen)
    {
        if (!seen || session.Status is not { } status)
            return new SessionRow(session.Key(), session.Session(), "", null, SessionProgress.Working, "Pending", "");
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready);
        var progress = ProgressOf(status.ObservedGeneration, status.Conditions, session.Metadata.Generation);
        return new SessionRow(
            session.Key(), session.Session(), status.Session?.Status ?? "", status.Sources,
            // What is deleted and still there is not done, whatever it was before.
            progress == SessionProgress.Ready && session.IsBeingDeleted() ? SessionProgress.Working : progress,
            ready?.Reason ?? "", ready?.Message ?? "");
    }

    /// <summary>The object's kind.</summary>
    public string Kind { get; init; } = TrafficMirrorSession.KindName;

    /// <summary>What is still to do as one text, where additions and removals do not say it; null otherwise.</summary>
    public string? PendingText { get; init; }

    /// <summary>What the counts count.</summary>
    public string Noun => Kind switch
    {
        TrafficMirrorSession.KindName => "source", TrafficMirrorPolicy.KindName => "interface", _ => "rule",
    };

    /// <summary>What rows are, one of them.</summary>
    public static string NounOf(IEnumerable<string> kinds) =>
        kinds.All(kind => kind == TrafficMirrorSession.KindName) ? "session" : "object";

    /// <summary>Whether the session could not be read, and is not tried again.</summary>
    public bool IsUnread => Progress == SessionProgress.Blocked && Counts is null;

    /// <summary>Since when the session waits for a cloud that does not answer as it should; null when it does not.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Sources still to be added and removed.</summary>
    public int Pending => (Counts?.ToAdd ?? 0) + (Counts?.ToRemove ?? 0);

    /// <summary>Where an object stands by its status.</summary>
    /// <param name="observedGeneration">The generation that the status speaks of.</param>
    /// <param name="conditions">Its conditions.</param>
    /// <param name="generation">The object's generation.</param>
    public static SessionProgress ProgressOf(long observedGeneration, IReadOnlyList<Condition> conditions, long generation)
    {
        bool Is(string type) => Conditions.IsTrue(conditions, type);
        if (observedGeneration != generation) return SessionProgress.Working;
        if (Is(ConditionTypes.Ready)) return SessionProgress.Ready;
        // A suspended object may still wait for its last write to end.
        return Is(ConditionTypes.Stalled) || (Is(ConditionTypes.Paused) && !Is(ConditionTypes.Reconciling)) ? SessionProgress.Blocked
            : SessionProgress.Working;
    }
}
