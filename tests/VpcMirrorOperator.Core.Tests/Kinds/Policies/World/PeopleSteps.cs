using System.Globalization;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>What people, other accounts and failures do.</summary>
internal static class PeopleSteps
{
    /// <summary>Everything that is somebody's deed and no step of the operator.</summary>
    private static readonly HashSet<string> Deeds =
    [
        "choose", "eni", "f_new", "f_del", "t_del", "t_rem", "t_off", "poldel", "polnew", "new", "mode", "range", "targets", "filt", "most",
        "window", "quiet", "realcap", "delpol", "handdelete", "handedit", "nsdelete",
    ];

    public static bool IsDeed(SimStep step) => Deeds.Contains(step.Kind);

    public static bool Take(PolicyWorld world, SimStep step) => step.Kind switch
    {
        "failover" or "crash" => Failures.Take(world, step.Kind == "failover"),
        "ghost" or "ghostlost" => Failures.Ghost(world, step.Kind == "ghost"),
        "blind" => Blind(world, step),
        "choose" or "eni" => ChangeSelection(world, step),
        "f_new" or "f_del" or "t_del" or "t_rem" or "t_off" or "realcap" => ChangeCloud(world, step),
        "handdelete" or "handedit" or "nsdelete" => ChangeObjects(world, step),
        "quiet" => QuietTime.Pause(world),
        _ => PolicyDeeds.Take(world, step),
    };

    private static bool Blind(PolicyWorld world, SimStep step)
    {
        var view = world.Lead.View(step.A);
        var seen = step.B.Split(',');
        (view.IsBlind, view.Selection) = (true, world.Selection(step.A).Where(entry => seen.Contains(entry.Key)).ToDictionary());
        return true;
    }

    private static bool ChangeSelection(PolicyWorld world, SimStep step)
    {
        var id = step.B;
        if (step.Kind == "choose")
        {
            if (!world.Chosen.TryGetValue(step.A, out var chosen)) return false;
            if (!chosen.Remove(id)) chosen.Add(id);
            world.Steady[step.A].Remove(id);
            return true;
        }

        if (world.Interfaces[id] == step.C || world.Interfaces[id] == "gone") return false;
        if (world.IsOne && world.Steady["p"].Contains(id)) return false;
        world.Interfaces[id] = world.Cloud.Interfaces[id] = step.C;
        if (step.C != "gone") return true;
        foreach (var session in world.Cloud.Sessions.Values.ToList())
            world.Cloud.Sessions[session.Sid] = session with { Sources = session.Sources.Without(id) };
        foreach (var steady in world.Steady.Values) steady.Remove(id);
        return true;
    }

    private static bool ChangeCloud(PolicyWorld world, SimStep step)
    {
        var sessions = world.Cloud.Sessions;
        switch (step.Kind)
        {
            case "realcap":
                var size = int.Parse(step.A, CultureInfo.InvariantCulture);
                if (size >= world.Cloud.SessionSize) return false;
                (world.Cloud.SessionSize, world.IsUsedByOthers) = (size, true);
                return true;
            case "f_new":
                var number = int.Parse(step.C, CultureInfo.InvariantCulture);
                var call = new SimCall("create", "", Ids.Of(step.B.Split(',')), "", step.A, number, 9);
                var reply = world.Cloud.Call(("f", ++world.Others), call, isOurs: false);
                if (reply.Kind != "ok") return false;
                world.Cloud.Land(reply.Text);
                return world.IsUsedByOthers = true;
            case "f_del":
                return sessions.Values.FirstOrDefault(s => s.Tag.Length == 0) is { } foreign && sessions.Remove(foreign.Sid);
            default:
                if (!sessions.TryGetValue(step.A, out var session) || session.Tag.Length == 0 || session.Op is not null) return false;
                if (step.Kind == "t_del") sessions.Remove(step.A);
                else if (step.Kind == "t_rem") sessions[step.A] = session with { Sources = session.Sources.Without(step.B) };
                else sessions[step.A] = session with { On = false };
                return world.IsTouched = true;
        }
    }

    private static bool ChangeObjects(PolicyWorld world, SimStep step)
    {
        if (step.Kind == "nsdelete") return !world.NamespaceEnds && (world.NamespaceEnds = true);
        if (!world.Children.TryGetValue(step.A, out var child) || child.State.IsDeleting) return false;
        if (step.Kind == "handedit" && !child.State.Sources.Contains(step.B)) return false;
        var changed = step.Kind == "handedit"
            ? child.State with { Sources = child.State.Sources.Without(step.B) }
            : child.State with { IsDeleting = true };
        world.Put(null, child, c => c with { State = changed });
        return true;
    }
}
