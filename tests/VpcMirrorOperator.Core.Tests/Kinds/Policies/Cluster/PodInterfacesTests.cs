using VpcMirrorOperator.Kinds.Policies.Cluster;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Cluster;

public class PodInterfacesTests
{
    private const string Primary = "eni-primary";
    private static readonly string[] Both = [Primary, "eni-second"];

    private readonly PodObject _pod = new()
    {
        Metadata = new ObjectMeta { Namespace = "shop", Name = "cart-0", Uid = "u-cart" },
        Spec = new PodSpec { NodeName = "n1" },
        Status = new PodStatus { Phase = "Running", PodIP = "10.0.0.20" },
    };

    [Fact]
    public void P4_a_pod_of_the_host_network_is_on_the_primary_interface_whatever_terway_says()
    {
        var pod = _pod with { Spec = new PodSpec { NodeName = "n1", HostNetwork = true } };
        Assert.Equal([Primary], Of(pod, own: Own("Bind", ("eni-own", "Bind")), node: Node(("eni-second", Nic("InUse", Ip("u-cart"))))));
    }

    [Fact]
    public void P4_without_terway_the_node_routes_for_all_its_pods() => Assert.Equal([Primary], Of(_pod, hasTerway: false));

    [Fact]
    public void P4_on_a_node_that_is_no_ecs_instance_no_interface_is_ours()
    {
        Assert.Empty(PodInterfaces.Of(_pod, null, Own("Bind", ("eni-own", "Bind")), null, true, []));
        Assert.Empty(PodInterfaces.Of(_pod with { Spec = new PodSpec { HostNetwork = true } }, null, null, null, false, []));
    }

    [Theory]
    [InlineData("u-cart", null, true)]
    [InlineData("u-cart", "shop/other", true)]
    [InlineData("u-other", "shop/cart-0", false)]
    [InlineData(null, "shop/cart-0", true)]
    [InlineData("", "shop/cart-0", true)]
    [InlineData("", "bank/cart-0", false)]
    [InlineData(null, "shop/cart", false)]
    [InlineData(null, null, false)]
    public void P4_an_address_is_the_pods_by_its_uid_and_only_without_one_by_its_name(string? uid, string? id, bool isOurs)
    {
        var nic = Nic("InUse", new TerwayIp { Status = "Valid", PodUID = uid, PodID = id });
        Assert.Equal(isOurs ? ["eni-second"] : [], Of(_pod, node: Node(("eni-second", nic))));
    }

    [Theory]
    [InlineData("Invalid")]
    [InlineData("Deleting")]
    [InlineData(null)]
    public void P4_an_address_that_is_not_valid_carries_nobody(string? status) =>
        Assert.Empty(Of(_pod, node: Node(("eni-second", Nic("InUse", Ip("u-cart") with { Status = status })))));

    [Theory]
    [InlineData("Attaching")]
    [InlineData("Detaching")]
    [InlineData("Available")]
    [InlineData(null)]
    public void P4_an_interface_that_is_not_in_use_carries_nobody(string? status)
    {
        Assert.Empty(Of(_pod, node: Node(("eni-second", Nic(status, Ip("u-cart"))))));
        Assert.Equal(
            ["eni-third"], Of(_pod, node: Node(("eni-second", Nic(status, Ip("u-cart"))), ("eni-third", Nic("InUse", Ip("u-cart"))))));
    }

    [Fact]
    public void P4_null_values_in_terways_maps_are_passed_over()
    {
        var node = Node(
            ("eni-a", null), ("eni-b", new TerwayNic { Status = "InUse" }),
            ("eni-c", new TerwayNic { Status = "InUse", Ipv4 = new Dictionary<string, TerwayIp?> { ["10.0.0.20"] = null } }),
            ("eni-d", new TerwayNic { Status = "InUse", Ipv4Prefix = [null, new TerwayPrefix()] }),
            ("eni-e", Nic("InUse", Ip("u-cart"))));
        Assert.Equal(["eni-e"], Of(_pod, node: node));
        Assert.Empty(Of(_pod, own: new PodEniObject { Status = new PodEniStatus { Phase = "Bind", EniInfos = Infos(("eni-own", null)) } }));
    }

    [Theory]
    [InlineData("10.0.0.16/28", "10.0.0.20", true)]
    [InlineData("10.0.0.16/28", "10.0.0.32", false)]
    [InlineData("10.0.0.16/28", null, false)]
    [InlineData("10.0.0.16/28", "not an address", false)]
    [InlineData("not a prefix", "10.0.0.20", false)]
    [InlineData("2408:4005::/80", "10.0.0.20", false)]
    public void P4_in_prefix_mode_the_prefix_says_whose_interface_it_is(string prefix, string? address, bool isOurs)
    {
        var nic = new TerwayNic { Status = "InUse", Ipv4Prefix = [new TerwayPrefix { Prefix = prefix }] };
        var pod = _pod with { Status = _pod.Status! with { PodIP = address } };
        Assert.Equal(isOurs ? ["eni-second"] : [], Of(pod, node: Node(("eni-second", nic))));
    }

    [Fact]
    public void P4_of_several_prefixes_on_several_interfaces_the_one_with_the_address_counts()
    {
        var node = Node(
            ("eni-a", Prefixes("10.0.1.0/28", "10.0.1.16/28")),
            ("eni-b", Prefixes("10.0.2.0/28", "10.0.0.16/28")));
        Assert.Equal(["eni-b"], Of(_pod, node: node));
    }

    [Fact]
    public void P4_a_pod_with_interfaces_of_its_own_is_on_them_and_not_on_the_shared_ones()
    {
        // Several allocations: a pod of several networks.
        var own = Own("Bind", ("eni-own2", "Bind"), ("eni-own1", "Bind"));
        Assert.Equal(["eni-own1", "eni-own2"], Of(_pod, own: own, node: Node(("eni-second", Nic("InUse", Ip("u-cart"))))));
    }

    [Theory]
    [InlineData("Unbind")]
    [InlineData("Detaching")]
    [InlineData("Binding")]
    [InlineData("Deleting")]
    [InlineData("")]
    [InlineData(null)]
    public void P4_interfaces_that_are_not_bound_now_hold_no_place(string? phase) =>
        Assert.Empty(Of(_pod, own: Own(phase, ("eni-own", "Bind"))));

    [Theory]
    [InlineData("Unbind")]
    [InlineData("Deleted")]
    [InlineData(null)]
    public void P4_of_a_bound_pod_only_the_bound_interfaces_count(string? status) =>
        Assert.Equal(["eni-own2"], Of(_pod, own: Own("Bind", ("eni-own1", status), ("eni-own2", "Bind"))));

    [Fact]
    public void P4_terway_without_addresses_says_nothing_but_a_single_interface_is_that()
    {
        var empty = new TerwayNodeObject { Status = new TerwayNodeStatus { NetworkInterfaces = Nics() } };
        foreach (var node in new[] { null, new TerwayNodeObject(), new TerwayNodeObject { Status = new TerwayNodeStatus() }, empty })
        {
            Assert.Equal([Primary], PodInterfaces.Of(_pod, Primary, null, node, true, [Primary]));
            Assert.Empty(PodInterfaces.Of(_pod, Primary, null, node, true, Both));
        }
    }

    [Fact]
    public void P4_a_pod_that_terway_does_not_name_yet_is_nowhere() =>
        Assert.Empty(Of(_pod, node: Node(("eni-second", Nic("InUse", Ip("u-other"))))));

    private static IReadOnlyList<string> Of(
        PodObject pod, PodEniObject? own = null, TerwayNodeObject? node = null, bool hasTerway = true) =>
        PodInterfaces.Of(pod, Primary, own, node, hasTerway, Both);

    private static TerwayIp Ip(string uid) => new() { Status = "Valid", PodUID = uid };

    private static TerwayNic Nic(string? status, TerwayIp ip) =>
        new() { Status = status, Ipv4 = new Dictionary<string, TerwayIp?> { ["10.0.0.9"] = ip } };

    private static TerwayNic Prefixes(params string[] prefixes) =>
        new() { Status = "InUse", Ipv4Prefix = [.. prefixes.Select(one => new TerwayPrefix { Prefix = one })] };

    private static Dictionary<string, TerwayNic?> Nics(params (string Id, TerwayNic? Nic)[] nics) =>
        nics.ToDictionary(one => one.Id, one => one.Nic);

    private static TerwayNodeObject Node(params (string Id, TerwayNic? Nic)[] nics) =>
        new() { Status = new TerwayNodeStatus { NetworkInterfaces = Nics(nics) } };

    private static Dictionary<string, EniInfo?> Infos(params (string Id, EniInfo? Info)[] infos) =>
        infos.ToDictionary(one => one.Id, one => one.Info);

    private static PodEniObject Own(string? phase, params (string Id, string? Status)[] infos) => new()
    {
        Status = new PodEniStatus
        {
            Phase = phase,
            EniInfos = Infos([.. infos.Select(one => (one.Id, (EniInfo?)new EniInfo { Status = one.Status }))]),
        },
    };
}
