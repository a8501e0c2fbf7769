using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>The steps of one process.</summary>
internal static class ProcessSteps
{
    private static readonly HashSet<string> OfLeader =
        ["sel", "list", "liststale", "listed", "pass", "w", "delay", "empty", "retry"];

    public static bool Take(PolicyWorld world, SimProcess by, SimStep step)
    {
        if (OfLeader.Contains(step.Kind) && by.Id != world.Leader) return false;
        return step.Kind switch
        {
            "api" or "apilost" or "dropplan" or "watchpol" or "sel" or "pass" or "delay" or "empty" =>
                TakeForPolicy(world, by, by.View(step.A), step),
            "call" or "dropcall" or "w" or "watch" or "retry" => TakeForChild(world, by, step),
            "list" or "liststale" => StartList(world, by, step.Kind == "liststale"),
            "listed" => EndList(by),
            _ => throw new InvalidOperationException(step.ToString()),
        };
    }

    private static bool TakeForPolicy(PolicyWorld world, SimProcess by, SimView view, SimStep step)
    {
        switch (step.Kind)
        {
            case "api" or "apilost" when view.IsPlanned:
                PolicyController.Write(world, by, step.A, step.Kind == "apilost");
                return true;
            case "dropplan" when view.IsPlanned:
                view.Drop();
                return true;
            case "watchpol":
                view.Policy = world.Policies.GetValueOrDefault(step.A);
                return true;
            case "sel" when view.Policy is not null:
                (view.Selection, view.IsBlind) = (world.Selection(step.A), false);
                return true;
            case "pass" when view.Policy is not null && !by.Views.Values.Any(other => IsInTheWay(world, view, other)):
                PolicyController.Pass(world, by, step.A);
                return true;
            case "delay" when view.Delay.ContainsKey(step.B):
                view.Delay[step.B] = true;
                return true;
            case "empty" when view.Empty.ContainsKey(new ObjectKey(PolicyWorld.Namespace, step.B)):
                view.Empty[new ObjectKey(PolicyWorld.Namespace, step.B)] = true;
                return true;
            default: return false;
        }
    }

    /// <summary>The policies of a region are packed one after another.</summary>
    private static bool IsInTheWay(PolicyWorld world, SimView view, SimView other) =>
        other.IsPlanned && (other == view || !world.Broken.Contains("serial"));

    private static bool TakeForChild(PolicyWorld world, SimProcess by, SimStep step)
    {
        var work = by.Work.GetValueOrDefault(step.A);
        switch (step.Kind)
        {
            case "call" when work is { Reply: null }:
                Send(world, by, step.A, work);
                return true;
            case "dropcall" when work is not null: return by.Work.Remove(step.A);
            case "w" when work is not { Reply: null } && (work is not null || by.Cache.GetValueOrDefault(step.A) is not null):
                SessionWorker.Pass(world, by, step.A);
                return true;
            case "watch":
                by.See(step.A, world.Children.GetValueOrDefault(step.A));
                return true;
            case "retry" when by.Cache.GetValueOrDefault(step.A) is { } child
                    && (child.State.Refused.Count > 0 || child.State.LearnedSize is not null || child.State.RefusedPriority is not null):
                var fresh = child.State with { Refused = Ids.None, LearnedSize = null, RefusedPriority = null };
                world.Put(by, child, c => c with { State = fresh with { ResourceVersion = c.State.ResourceVersion } });
                return true;
            default: return false;
        }
    }

    private static void Send(PolicyWorld world, SimProcess by, string name, SimWork work)
    {
        var reply = world.Cloud.Call(work.Token, work.Call);
        if (reply.Kind == "busy" || by.Id != world.Leader) by.Work.Remove(name);
        else by.Work[name] = work with { Reply = reply };
    }

    private static bool StartList(PolicyWorld world, SimProcess by, bool isOld)
    {
        if (by.Started is not null) return false;
        var now = world.Cloud.Shown();
        var shown = isOld && world.OldList is { } old ? old : now;
        by.Started = new RegionListing(by.StartList(world.Broken.Contains("stale")), [.. shown.Select(Listed)]);
        world.OldList = now;
        return true;
    }

    private static bool EndList(SimProcess by)
    {
        if (by.Started is not { } listing) return false;
        (by.Listing, by.Started) = (listing, null);
        by.Memory.Listed(listing.Basis);
        return true;
    }

    private static ListedSession Listed(SimSession session) => new()
    {
        Id = session.Sid,
        Child = session.Tag.Length == 0 ? null : new ObjectKey(PolicyWorld.Namespace, session.Tag),
        TargetId = session.Target,
        Priority = session.Priority,
        FilterId = $"{session.Filter}",
        Sources = session.Sources,
        IsSettled = session.Op is null || !session.Seen,
        IsEnabled = session.On,
    };
}
