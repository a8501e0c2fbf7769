using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>The session reconciler, as far as policies rest on it: one pass for one child.</summary>
internal static class SessionWorker
{
    private const int SessionsOfInterface = 3;

    public static void Pass(PolicyWorld world, SimProcess by, string name)
    {
        var (child, work) = (by.Cache.GetValueOrDefault(name), by.Work.GetValueOrDefault(name));
        if (child is not null && work?.Reply is null && MustLookOnly(world, child))
        {
            Look(world, by, child);
            return;
        }

        if (work?.Reply is { } reply)
        {
            by.Work.Remove(name);
            SessionAnswers.Note(world, by, child, work, reply);
        }
        else if (child?.Op is not null) GoOn(world, by, child);
        else if (child is not null) Act(world, by, child);
    }

    private static bool MustLookOnly(PolicyWorld world, SimChild child) =>
        (child.State.Mode is PolicyMode.Observe or PolicyMode.Suspended && (child.Op is not null || !child.State.IsDeleting))
        || (child.Is(PolicyMode.AddOnly) && child.Op?.Kind is "rem" or "del" or "upd" && !world.Broken.Contains("add_looks"));

    /// <summary>Suspended or observed: what was on its way is looked up, not repeated.</summary>
    private static void Look(PolicyWorld world, SimProcess by, SimChild child)
    {
        if (child.Op is null || IsFlying(world, by, child.Name)) return;
        if (world.Cloud.Known(Token(child)) is not { } known) world.Put(by, child, c => c with { Op = null });
        else if (!IsUnderWay(world, known, child)) End(world, by, child, known);
    }

    private static void GoOn(PolicyWorld world, SimProcess by, SimChild child)
    {
        if (IsFlying(world, by, child.Name)) return;
        if (world.Cloud.Known(Token(child)) is not { } known) by.Work[child.Name] = new SimWork(Token(child), child.Op!);
        else if (!IsUnderWay(world, known, child)) End(world, by, child, known);
    }

    private static bool IsUnderWay(PolicyWorld world, SimReply known, SimChild child) =>
        world.Cloud.Sessions.TryGetValue(known.Text, out var session) && session.Op?.Kind == child.Op!.Kind;

    private static void End(PolicyWorld world, SimProcess by, SimChild child, SimReply known) => world.Put(
        by, child, c => c with { Op = null, Sid = world.Cloud.Sessions.ContainsKey(known.Text) ? known.Text : "" });

    private static void Act(PolicyWorld world, SimProcess by, SimChild child)
    {
        var state = child.State;
        var ofChild = world.Cloud.Sessions.Values.Where(s => s.Tag == child.Name).ToList();
        if (state.IsDeleting) ChildEnding.Pass(world, by, child, ofChild);
        else if (child.Sid.Length == 0) Begin(world, by, child, ofChild);
        else if (world.Cloud.Shown().FirstOrDefault(s => s.Sid == child.Sid) is { } session)
        {
            if (session.Op is null || !session.Seen) Change(world, by, child, session);
        }
        else if (!world.Cloud.Sessions.ContainsKey(child.Sid)) world.Put(by, child, c => c with { Sid = "" });
    }

    private static void Begin(PolicyWorld world, SimProcess by, SimChild child, List<SimSession> ofChild)
    {
        if (IsFlying(world, by, child.Name)) return;
        if (ofChild.Count > 0)
        {
            if (ofChild is [var one] && world.Cloud.Shown().Contains(one)) world.Put(by, child, c => c with { Sid = one.Sid });
            return;
        }

        var ids = Addable(world, child, Ids.None).Order(StringComparer.Ordinal)
            .Take(child.State.LearnedSize ?? world.Cloud.SessionSize).ToList();
        if (ids.Count > 0 && !child.State.IsClosing && child.State.RefusedPriority != child.State.Priority && !IsEdited(child))
            Intend(world, by, child, new SimCall(
                "create", "", Ids.Of(ids), child.Name, child.State.TargetId, child.State.Priority, Filter(child)));
    }

    private static void Change(PolicyWorld world, SimProcess by, SimChild child, SimSession session)
    {
        var state = child.State;
        var priority = state.RefusedPriority == state.Priority ? session.Priority : state.Priority;
        if (!child.Is(PolicyMode.AddOnly) && (session.Priority, session.Filter, session.On) != (priority, Filter(child), true))
        {
            Intend(world, by, child, new SimCall("upd", child.Sid, Ids.None, Priority: priority, Filter: Filter(child)));
            return;
        }

        if (IsEdited(child)) return;
        var first = Ids.Of(state.RemoveFirst.Where(session.Sources.Contains));
        var adds = Addable(world, child, session.Sources).Order(StringComparer.Ordinal).ToList();
        var removes = session.Sources.Without(state.Sources);
        var room = (state.LearnedSize ?? int.MaxValue) - session.Sources.Count;
        if (first.Count > 0) Intend(world, by, child, new SimCall("rem", child.Sid, first));
        else if (adds.Count > 0 && room > 0) Intend(world, by, child, new SimCall("add", child.Sid, Ids.Of(adds.Take(room))));
        else if (removes.Count > 0 && !child.Is(PolicyMode.AddOnly)) Intend(world, by, child, new SimCall("rem", child.Sid, removes));
    }

    /// <summary>No id that the list shows in three other sessions is added (rule P9).</summary>
    private static IEnumerable<string> Addable(PolicyWorld world, SimChild child, IReadOnlySet<string> listed) =>
        child.State.Sources.Where(id => !listed.Contains(id) && !child.State.Refused.Contains(id)
            && world.Cloud.Shown().Count(s => s.Sid != child.Sid && s.Sources.Contains(id)) < SessionsOfInterface);

    private static bool IsEdited(SimChild child) => child.State.Packed is { } packed && !packed.SetEquals(child.State.Sources);

    private static int Filter(SimChild child) => int.Parse(child.State.Shape.FilterId!);

    private static (string, long) Token(SimChild child) => (child.State.Uid, child.State.Sequence);

    public static bool IsFlying(PolicyWorld world, SimProcess by, string name) =>
        world.Processes.Any(other => other != by && other.Work.GetValueOrDefault(name) is { Reply: null })
        || world.Ghosts.Any(ghost => ghost.Child == name);

    public static void Intend(PolicyWorld world, SimProcess by, SimChild child, SimCall call)
    {
        var put = world.Put(by, child, c => c with { Op = call, State = c.State with { Sequence = c.State.Sequence + 1 } });
        if (put is not null) by.Work[child.Name] = new SimWork(Token(put), call);
    }
}
