namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// What is declared of the session itself (rule S6), beside its sources: exactly the fields that are written down are kept as declared.
/// </summary>
public sealed record SessionDeclaration
{
    /// <summary>1 to 128 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? Name { get; init; }

    /// <summary>1 to 256 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? Description { get; init; }

    /// <summary>Where the copies go.</summary>
    public SessionTarget? Target { get; init; }

    /// <summary>
    /// The object of the filter that picks the traffic, in the same namespace; null when <see cref="FilterId"/> names it, or nothing does.
    /// </summary>
    public FilterObjectRef? FilterRef { get; init; }

    /// <summary>The filter that picks the traffic, <c>tmf-…</c>.</summary>
    public string? FilterId { get; init; }

    /// <summary>1 to 32766, unique in account and region; the smaller of two sessions of a source wins.</summary>
    public int? Priority { get; init; }

    /// <summary>VXLAN network identifier, 0 to 16777215.</summary>
    public int? VirtualNetworkId { get; init; }

    /// <summary>Bytes of each packet that are mirrored, 64 to 8500.</summary>
    public int? PacketLength { get; init; }

    /// <summary>Whether the session mirrors.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The resource group that a created session is put into, <c>rg-…</c>; null for the default one. Immutable.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>Tags that are kept as declared; others are left alone. At most 16, none of the operator's own (rule S1).</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
