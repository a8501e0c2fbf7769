namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What is declared of a session beside its sources, target and priority. Changed in place: no move comes of it.</summary>
internal sealed record SessionShape
{
    /// <summary>The filter; null when it is not known.</summary>
    public string? FilterId { get; init; }

    /// <summary>The identifier of the copies.</summary>
    public int? VirtualNetworkId { get; init; }

    /// <summary>Bytes of each packet.</summary>
    public int? PacketLength { get; init; }

    /// <summary>Whether it mirrors.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>All the rest (name, tags, resource group) as one text; equal texts mean equal declarations.</summary>
    public string Rest { get; init; } = "";
}
