namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>What the entries of a policy select.</summary>
internal sealed record SelectionResult
{
    /// <summary>Nothing is selected.</summary>
    public static readonly SelectionResult Nothing = new()
    {
        Selected = new Dictionary<string, SelectedRecord>(), Excluded = new HashSet<string>(), Skipped = new HashSet<string>(),
        Missing = new HashSet<string>(), Pods = 0, PodsWithoutInterface = 0, Nodes = 0, OtherPods = 0,
    };

    /// <summary>What is to be mirrored, by id.</summary>
    public required IReadOnlyDictionary<string, SelectedRecord> Selected { get; init; }

    /// <summary>What an entry selects and another excludes, by id.</summary>
    public required IReadOnlySet<string> Excluded { get; init; }

    /// <summary>Under Skip: what carries pods that are not selected (rule P15).</summary>
    public required IReadOnlySet<string> Skipped { get; init; }

    /// <summary>Ids that are listed and that the region does not have.</summary>
    public required IReadOnlySet<string> Missing { get; init; }

    /// <summary>Pods that are selected.</summary>
    public required int Pods { get; init; }

    /// <summary>Of them, those whose interface is not known.</summary>
    public required int PodsWithoutInterface { get; init; }

    /// <summary>Nodes that are selected.</summary>
    public required int Nodes { get; init; }

    /// <summary>Under Mirror: pods that are not selected and are mirrored with others on their interface.</summary>
    public required int OtherPods { get; init; }
}
