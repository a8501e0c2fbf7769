namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What one pass has found and decided so far. Lives for the call of <see cref="Packer"/> only.</summary>
internal sealed class Pass
{
    public Pass(PackingInput input)
    {
        Input = input;
        Sessions = new SessionsByChild(input);
        (Places, Own) = PlacesBuilder.Build(input, Sessions);
        var wanted = input.Interfaces.Where(entry => !entry.Value.IsSharedWithOthers).Select(entry => entry.Key);
        Wanted = [.. wanted.Order(StringComparer.Ordinal)];
        Refused = [.. Own.SelectMany(slot => slot.Child!.Refused)];
        Priorities = new FreePriorities(input);
        Names = new FreeNames(input, Sessions.OfMissing.Select(entry => entry.Key));
    }

    /// <summary>What the pass looks at.</summary>
    public PackingInput Input { get; }

    /// <summary>The policy.</summary>
    public PackingPolicy Policy => Input.Policy;

    /// <summary>Whether nothing leaves and no move is started.</summary>
    public bool OnlyAdds => Policy.Mode == PolicyMode.AddOnly;

    /// <summary>The listed sessions by child.</summary>
    public SessionsByChild Sessions { get; }

    /// <summary>What counts where.</summary>
    public Places Places { get; }

    /// <summary>The children, by name.</summary>
    public List<Slot> Own { get; }

    /// <summary>The children that are to be made.</summary>
    public List<Slot> New { get; } = [];

    /// <summary>What is to be mirrored, by id.</summary>
    public IReadOnlyList<string> Wanted { get; }

    /// <summary>What a child of the policy reports as refused (rule P13).</summary>
    public HashSet<string> Refused { get; }

    /// <summary>Priorities that can be taken.</summary>
    public FreePriorities Priorities { get; }

    /// <summary>Names that can be taken.</summary>
    public FreeNames Names { get; }

    /// <summary>What leaves all children at once (rule P15).</summary>
    public HashSet<string> Urgent { get; } = new(StringComparer.Ordinal);

    /// <summary>What is no longer selected and still has a place.</summary>
    public HashSet<string> Leaving { get; } = new(StringComparer.Ordinal);

    /// <summary>What gave its place up before its delay was over.</summary>
    public HashSet<string> GivenUp { get; } = new(StringComparer.Ordinal);

    /// <summary>Moves with a gap, because there is no other way (rule P9).</summary>
    public HashSet<string> Gaps { get; } = new(StringComparer.Ordinal);

    /// <summary>Children that must bear this process's term before an id may leave another for them (rule P10).</summary>
    public HashSet<Slot> ToSign { get; } = [];

    /// <summary>Of each interface without a place, why.</summary>
    public SortedDictionary<string, PlaceReason> Reasons { get; } = new(StringComparer.Ordinal);
}
