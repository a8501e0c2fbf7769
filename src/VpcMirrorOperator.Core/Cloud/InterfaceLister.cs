using VpcMirrorOperator.AlibabaCloud.Ecs;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Lists all network interfaces of a region, 500 a call: no filter of the cloud, of which some have a cap and others a leak. How many calls
/// a minute it may make, the client's rate for ECS says.
/// </summary>
internal sealed class InterfaceLister(RpcClient cloud, string regionId)
{
    /// <summary>The largest page (API page of DescribeNetworkInterfaces).</summary>
    private const int PageSize = 500;

    /// <summary>100,000 interfaces, more than the memory of this process is made for.</summary>
    private const int MaxPages = 200;

    /// <summary>How its pages are followed.</summary>
    public static readonly TokenPages Pages = new("DescribeNetworkInterfaces", MaxPages);

    /// <summary>All interfaces. Members of trunks are asked for once more, since not every list has them.</summary>
    /// <exception cref="CloudException">The cloud could not be asked, or its answer is no proof of what exists.</exception>
    public async Task<Inventory<NetworkInterface>> ListAsync(CancellationToken cancellationToken)
    {
        var listing = new InterfaceListing();
        await ReadAsync(listing, null, cancellationToken);
        if (listing.HasTrunks) await ReadAsync(listing, NetworkInterface.Member, cancellationToken);
        return listing.Complete();
    }

    private async Task ReadAsync(InterfaceListing listing, string? type, CancellationToken cancellationToken)
    {
        listing.Begin();
        Task<DescribeNetworkInterfacesResponse> PageAsync(string? token, CancellationToken cancel) => cloud.SendAsync(
            new DescribeNetworkInterfacesRequest { RegionId = regionId, Type = type, MaxResults = PageSize, NextToken = token }, cancel);
        await foreach (var page in Pages.ReadAsync(PageAsync, page => page.NextToken, cancellationToken)) listing.Add(page);
    }
}
