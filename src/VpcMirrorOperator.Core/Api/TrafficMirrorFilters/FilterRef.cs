using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>A traffic mirror filter in the cloud: ids are unique within a region of an account.</summary>
/// <param name="Account">For example <see cref="Accounts.Default"/>.</param>
/// <param name="RegionId">For example <c>cn-hangzhou</c>.</param>
/// <param name="FilterId">For example <c>tmf-j6cmls82xnc86vtpe****</c>.</param>
public readonly record struct FilterRef(string Account, string RegionId, string FilterId)
{
    /// <summary>What the id begins with while there is no filter yet.</summary>
    public const char Unrecorded = '~';

    /// <summary>Whether there is such a filter, as far as the object knows.</summary>
    public bool IsRecorded => FilterId.Length > 0 && FilterId[0] != Unrecorded;

    /// <summary>Where the filter is.</summary>
    public RegionRef Region => new(Account, RegionId);

    /// <summary><c>account/region/filter</c>: what no two filters have in common. No part can hold a slash.</summary>
    public string Identity => $"{Account}/{RegionId}/{FilterId}";

    /// <summary><c>region/filter</c>, for messages.</summary>
    public override string ToString() => $"{RegionId}/{FilterId}";
}
