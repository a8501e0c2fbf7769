namespace VpcMirrorOperator.Cloud;

/// <summary>What a list of a region holds, by id.</summary>
internal interface IListed
{
    /// <summary>Different from that of all others in the list.</summary>
    string Id { get; }
}
