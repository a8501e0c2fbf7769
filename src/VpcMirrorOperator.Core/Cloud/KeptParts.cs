using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Parts of an object that is in memory anyway. Most sessions are as declared and as they were seen last, and then what the cloud shows of
/// them need not be kept a second time.
/// </summary>
/// <param name="Declared">The ids that it declares; null for none that can be shared.</param>
/// <param name="State">The session as its status has it; null for none.</param>
internal readonly record struct KeptParts(SourceIdSet? Declared, SessionState? State)
{
    /// <summary>The session with those of these parts that are equal to its own; itself when none is, or all are these already.</summary>
    public ObservedSession In(ObservedSession session)
    {
        var state = State == session.State ? State : session.State;
        IReadOnlySet<string> sources = Declared is not null && session.Sources is SourceIdSet seen && Declared.SetEquals(seen)
            ? Declared
            : session.Sources;
        return ReferenceEquals(state, session.State) && ReferenceEquals(sources, session.Sources)
            ? session
            : session with { State = state, Sources = sources };
    }
}
