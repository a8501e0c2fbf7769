using System.Globalization;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>What people do with policies.</summary>
internal static class PolicyDeeds
{
    public static bool Take(PolicyWorld world, SimStep step)
    {
        if (step.Kind is "new" or "polnew") return Make(world, step);
        if (!world.Policies.TryGetValue(step.A, out var policy) || policy.Deleting.Length > 0) return false;
        var changed = Changed(policy, step);
        if (changed == policy) return false;
        world.Policies[step.A] = changed with { Version = policy.Version + 1 };
        if (step.Kind == "window") world.HasWindow = true;
        if (step.Kind == "poldel") world.HadSessions = world.Cloud.Sessions.Values.Any(s => s.Tag.Length > 0);
        if (!world.IsOne && (step.Kind == "window" || (step.Kind == "poldel" && policy.Deletes))) world.Steady[step.A] = [];
        return true;
    }

    public static IReadOnlyList<(string, int)> Targets(PolicyWorld world, string ids) =>
        [.. ids.Split(',').Select(id => (id, world.TargetSize))];

    private static SimPolicy Changed(SimPolicy policy, SimStep step) => step.Kind switch
    {
        "mode" => policy with { Mode = Enum.Parse<PolicyMode>(step.B) },
        "range" => policy with { From = Number(step.B), To = Number(step.C) },
        "targets" when Same(policy, step.B) => policy,
        "targets" => policy with { Targets = [.. step.B.Split(',').Select(id => (id, policy.Targets[0].Size))] },
        "filt" => policy with { Filter = Number(step.B) },
        "most" => policy with { Most = Number(step.B) },
        "window" => policy with { Open = !policy.Open },
        "delpol" => policy with { Deletes = step.B == "Delete" },
        "poldel" => policy with { Deleting = step.B },
        _ => throw new InvalidOperationException(step.ToString()),
    };

    private static bool Same(SimPolicy policy, string ids) => string.Join(',', policy.Targets.Select(target => target.Id)) == ids;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The same name again, with another uid.</summary>
    private static bool Make(PolicyWorld world, SimStep step)
    {
        if (world.Policies.ContainsKey(step.A) || world.NamespaceEnds || world.IsOrphaned) return false;
        var former = world.Gone.GetValueOrDefault(step.A);
        if (step.Kind == "polnew")
        {
            if (former is null) return false;
            world.Policies[step.A] = former with { Uid = former.Uid + 10, Version = former.Version + 100, Deleting = "" };
            return true;
        }

        var uid = (former?.Uid ?? Array.IndexOf(PolicyProfiles.Names, step.A) + 1) + 10;
        var deletes = step.C.StartsWith("Delete", StringComparison.Ordinal);
        world.Policies[step.A] = new SimPolicy(step.A, uid, Targets(world, step.B), 1, 12, world.Cloud.SessionSize, deletes);
        world.Gone.Remove(step.A);
        world.Chosen.TryAdd(step.A, [.. step.C.Split(',').Skip(1).Where(id => id.Length > 0)]);
        world.Steady.TryAdd(step.A, []);
        return true;
    }
}
