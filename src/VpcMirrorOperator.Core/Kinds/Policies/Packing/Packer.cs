namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// The packing function (rule P6): which interface is in which session. One pass goes from what the children say and the region lists to
/// the next writes; nothing is remembered of how an earlier pass got there, so a crash between two writes costs nothing.
/// </summary>
internal static class Packer
{
    /// <summary>Decides one pass.</summary>
    public static PackingResult Pack(PackingInput input)
    {
        if (PassGate.Closed(input) is { } wait) return new PackingResult { Waits = wait };
        if (ModeCopies.Of(input) is { Count: > 0 } copies) return new PackingResult { Writes = copies };
        if (input.Policy.Mode == PolicyMode.Suspended) return new PackingResult();
        if (!input.Policy.IsOpen) return new PackingResult { Writes = WindowClosing.Of(input) };
        var pass = new Pass(input);
        MissingChildren.Return(pass);
        Unwanted.Leave(pass);
        SecondSteps.Take(pass);
        Unlisted.Leave(pass);
        ForcedGaps.Finish(pass);
        var finder = new PlaceFinder(pass);
        var givers = new PlaceGivers(pass);
        ForcedMoves.Start(pass, finder, givers);
        Placing.Place(pass, finder, givers);
        return PassResult.Of(pass);
    }
}
