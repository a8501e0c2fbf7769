namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>One rule that a write names. Of an update, only what changes is there.</summary>
public sealed record OperationRule
{
    /// <summary>Its direction.</summary>
    public required RuleDirection Direction { get; init; }

    /// <summary>The id of a rule that exists, <c>tmr-…</c>; null for one to be created.</summary>
    public string? Id { get; init; }

    /// <summary>The new number.</summary>
    public int? Priority { get; init; }

    /// <summary><c>accept</c> or <c>drop</c>.</summary>
    public string? Action { get; init; }

    /// <summary><c>ALL</c>, <c>ICMP</c>, <c>TCP</c> or <c>UDP</c>.</summary>
    public string? Protocol { get; init; }

    /// <summary>An IPv4 block.</summary>
    public string? SourceCidrBlock { get; init; }

    /// <summary>An IPv4 block.</summary>
    public string? DestinationCidrBlock { get; init; }

    /// <summary><c>a/b</c>, or <c>-1/-1</c>.</summary>
    public string? SourcePortRange { get; init; }

    /// <summary>As <see cref="SourcePortRange"/>.</summary>
    public string? DestinationPortRange { get; init; }

    /// <summary>All of it as one line: part of the token.</summary>
    public override string ToString() => string.Join(
        ' ', Direction, Id ?? "new", Priority, Action, Protocol, SourceCidrBlock, DestinationCidrBlock, SourcePortRange,
        DestinationPortRange);
}
