using VpcMirrorOperator.AlibabaCloud.Ecs;
using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// One list of interfaces over all of its pages. What is absent from it counts as absent from the cloud, so a list that is not complete
/// beyond doubt is no list (rules 11 and 12): each page needs its request id and its interfaces, each interface an id, and none comes
/// twice. The total says nothing: the API page calls it meaningless with pages by tokens.
/// </summary>
internal sealed class InterfaceListing
{
    private readonly Dictionary<string, NetworkInterface> _interfaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly TextPool _pool = new();

    /// <summary>Whether an interface is a trunk, so that members must be asked for.</summary>
    public bool HasTrunks { get; private set; }

    /// <summary>Begins the pages of another request; it may list the same interfaces again, and what it says of them is newer.</summary>
    public void Begin() => _listed.Clear();

    /// <summary>Takes a page.</summary>
    /// <exception cref="CloudException">Something is missing from it, or contradicts an earlier page.</exception>
    public void Add(DescribeNetworkInterfacesResponse page)
    {
        if (string.IsNullOrEmpty(page.RequestId)) throw Unreadable("it has no RequestId");
        if (page.NetworkInterfaceSets is not { } listed) throw Unreadable("it has no list NetworkInterfaceSet");
        if (!listed.IsWhole) throw Unreadable("its list NetworkInterfaceSet holds elements that are no interfaces");
        foreach (var one in listed) Add(one);
    }

    /// <summary>The interfaces of all pages.</summary>
    public Inventory<NetworkInterface> Complete() => new(_interfaces.Values);

    private void Add(ListedNetworkInterface one)
    {
        if (string.IsNullOrEmpty(one.NetworkInterfaceId)) throw Unreadable("it lists an interface without an id");
        if (!_listed.Add(one.NetworkInterfaceId)) throw Unreadable($"it lists {one.NetworkInterfaceId} twice");
        HasTrunks |= one.Type == NetworkInterface.Trunk;
        _interfaces[one.NetworkInterfaceId] = new NetworkInterface
        {
            Id = _pool.Share(one.NetworkInterfaceId)!,
            Type = _pool.Share(one.Type),
            Status = _pool.Share(one.Status),
            VpcId = _pool.Share(one.VpcId),
            VSwitchId = _pool.Share(one.VSwitchId),
            ZoneId = _pool.Share(one.ZoneId),
            InstanceId = _pool.Share(Given(one.InstanceId) ?? Given(one.Attachment?.InstanceId)),
            TrunkId = _pool.Share(Given(one.Attachment?.TrunkNetworkInterfaceId)),
            OwnerId = _pool.Share(one.OwnerId),
            ServiceManaged = one.ServiceManaged,
            ResourceGroupId = _pool.Share(Given(one.ResourceGroupId)),
            SecurityGroupIds = one.SecurityGroupIds is { IsWhole: true } groups ? _pool.Share(groups) : null,
            Tags = Tags(one),
        };
    }

    private IReadOnlyList<KeyValuePair<string, string>>? Tags(ListedNetworkInterface one) =>
        one.Tags is { IsWhole: true } tags && tags.All(tag => tag.TagKey is not null)
            ? _pool.Share([.. tags.Select(tag => KeyValuePair.Create(tag.TagKey!, tag.TagValue ?? ""))])
            : null;

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static CloudException Unreadable(string what) => InterfaceLister.Pages.Unreadable(what);
}
