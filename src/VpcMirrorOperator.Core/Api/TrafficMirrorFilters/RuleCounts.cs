namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>Counts of the comparison, over the directions that are managed.</summary>
public sealed record RuleCounts
{
    /// <summary>Rules that the object lists.</summary>
    public int Desired { get; init; }

    /// <summary>Rules that the filter has.</summary>
    public int Actual { get; init; }

    /// <summary>Rules still to be added.</summary>
    public int ToAdd { get; init; }

    /// <summary>Rules still to be changed in place.</summary>
    public int ToChange { get; init; }

    /// <summary>Rules still to be removed.</summary>
    public int ToRemove { get; init; }

    /// <summary>The three as one text for the PENDING column, for example <c>+1 ~2 -1</c>; <c>0</c> when there is nothing to do.</summary>
    public string? Pending { get; init; }
}
