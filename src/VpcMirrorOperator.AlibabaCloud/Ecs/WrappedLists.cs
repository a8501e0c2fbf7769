using VpcMirrorOperator.AlibabaCloud.Json;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

// ECS puts each list into an object; the name of the list in it differs from case to case.

internal sealed class NetworkInterfaceSetConverter() : WrappedListConverter<ListedNetworkInterface>("NetworkInterfaceSet");

internal sealed class PrivateIpSetConverter() : WrappedListConverter<PrivateIp>("PrivateIpSet");

internal sealed class Ipv6SetConverter() : WrappedListConverter<Ipv6Ip>("Ipv6Set");

internal sealed class Ipv4PrefixSetConverter() : WrappedListConverter<Ipv4Prefix>("Ipv4PrefixSet");

internal sealed class Ipv6PrefixSetConverter() : WrappedListConverter<Ipv6Prefix>("Ipv6PrefixSet");

internal sealed class SecurityGroupIdConverter() : WrappedListConverter<string>("SecurityGroupId");

internal sealed class InterfaceTagConverter() : WrappedListConverter<InterfaceTag>("Tag");
