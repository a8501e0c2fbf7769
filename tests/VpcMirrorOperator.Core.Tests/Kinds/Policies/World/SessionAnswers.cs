using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>What a child learns from an answer.</summary>
internal static class SessionAnswers
{
    public static void Note(PolicyWorld world, SimProcess by, SimChild? child, SimWork work, SimReply reply)
    {
        if (child?.Op is null || child.State.Sequence != work.Token.Sequence) return;
        var call = work.Call;
        if (reply.Kind == "ok" && call.Kind != "create") return;
        world.Put(by, child, c => reply.Kind switch
        {
            "ok" => c with { Sid = reply.Text },
            "gone" => c with { Op = null, Sid = "" },
            "prio" => Done(c, s => s with { RefusedPriority = int.Parse(reply.Text) }),
            "eni" => Done(c, s => s with { Refused = s.Refused.With([reply.Text]) }),
            _ => Done(c, s => Quota(world, s, call, reply.Text)),
        });
    }

    private static SimChild Done(SimChild child, Func<ChildState, ChildState> change) =>
        child with { Op = null, State = change(child.State) };

    private static ChildState Quota(PolicyWorld world, ChildState state, SimCall call, string which)
    {
        if (which == "target") return state with { Refused = state.Refused.With(call.Ids) };
        if (which != "session") return state with { Refused = state.Refused.With([which["eni ".Length..]]) };
        var size = world.Cloud.Sessions.TryGetValue(call.Sid, out var session) ? session.Sources.Count : call.Ids.Count / 2;
        return state with { LearnedSize = Math.Max(1, Math.Min(size, state.LearnedSize ?? size)) };
    }
}
