using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What a pass comes to.</summary>
internal static class PassResult
{
    /// <summary>The result.</summary>
    public static PackingResult Of(Pass pass)
    {
        var empty = Empty(pass);
        var writes = ChildWrites.Of(pass);
        var isWatching = pass.Policy.Mode == PolicyMode.Observe;
        return new PackingResult
        {
            Writes = isWatching ? [] : writes,
            Planned = isWatching ? writes : [],
            Reasons = pass.Reasons,
            Leaving = Leaving(pass),
            Empty = empty,
            GivenUp = pass.GivenUp,
            Gaps = pass.Gaps,
            CrossZone = CrossZone(pass),
        };
    }

    private static HashSet<string> Leaving(Pass pass)
    {
        pass.Leaving.RemoveWhere(id => !pass.Places.IsPlaced(id));
        return pass.Leaving;
    }

    /// <summary>A session is empty only as far as one can see: while the selection is unknown, no delay begins.</summary>
    private static HashSet<ObjectKey> Empty(Pass pass) =>
    [
        .. pass.Own.Where(slot => slot.Spec.Count == 0 && slot.Child!.IsLasting)
            .Where(slot => pass.Input.EmptyForLong.Contains(slot.Key) || !(pass.Input.IsBlind || pass.OnlyAdds))
            .Select(slot => slot.Key),
    ];

    private static int CrossZone(Pass pass)
    {
        if (!pass.Policy.PrefersSameZone) return 0;
        return pass.Wanted.Count(id => pass.Places.Specs(id) is [var slot, ..] && slot.Target.Declared is { } target
            && target.Zone != pass.Input.Interfaces[id].Zone);
    }
}
