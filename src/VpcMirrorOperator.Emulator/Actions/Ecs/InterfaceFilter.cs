using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>The filters of DescribeNetworkInterfaces; all that are given must hold.</summary>
internal sealed class InterfaceFilter
{
    private const int MostInList = 100;

    private static readonly ImmutableArray<string> Statuses = ["Available", "Attaching", "InUse", "Detaching", "Deleting"];

    private readonly List<Func<InterfaceSeed, bool>> _tests = [];

    private InterfaceFilter(CallParameters parameters) => Ids = parameters.List("NetworkInterfaceId");

    /// <summary>The ids asked for; empty for all.</summary>
    internal ImmutableArray<string> Ids { get; }

    /// <summary>Whether the service answers with <see cref="InterfacePage.MostWhenCapped"/> interfaces at most.</summary>
    internal bool IsCapped { get; private set; }

    internal static (InterfaceFilter? Filter, ApiError? Error) Read(CallParameters parameters)
    {
        var filter = new InterfaceFilter(parameters);
        var error = filter.AddWords(parameters) ?? filter.AddLists(parameters) ?? filter.AddTags(parameters);
        filter.AddTexts(parameters);
        return error is null ? (filter, null) : (null, error);
    }

    internal bool Matches(InterfaceSeed one) => _tests.TrueForAll(test => test(one));

    private ApiError? AddWords(CallParameters parameters)
    {
        if (parameters.Text("Type") is { } type)
        {
            if (!SeedWords.InterfaceType.TryGetValue(type, out var wanted))
                return EcsErrors.Invalid("Type", "it must be Primary, Secondary, Trunk or Member");
            _tests.Add(one => one.Type == wanted);
        }

        if (parameters.Text("Status") is { } status)
        {
            if (!Statuses.Contains(status)) return EcsErrors.Invalid("Status", $"it must be one of {string.Join(", ", Statuses)}");
            var wanted = SeedWords.InterfaceStatus[status];
            _tests.Add(one => one.Status == wanted);
        }

        var (managed, error) = parameters.Flag("ServiceManaged");
        if (managed is { } flag) _tests.Add(one => one.ServiceManaged == flag);
        return error is null ? null : EcsErrors.Invalid("ServiceManaged", "it must be true or false");
    }

    private ApiError? AddLists(CallParameters parameters)
    {
        // The newest text of the page: PrivateIpAddress.N asks for secondary addresses, PrimaryIpAddress for the primary one.
        return Check("NetworkInterfaceId", Ids)
            ?? AddList(parameters, "PrivateIpAddress", one => InterfaceAddresses.Of(one).Skip(1))
            ?? AddList(parameters, "Ipv6Address", one => one.Ipv6Addresses);
    }

    private ApiError? AddList(CallParameters parameters, string name, Func<InterfaceSeed, IEnumerable<string>> field)
    {
        var wanted = parameters.List(name);
        if (!wanted.IsEmpty) _tests.Add(one => field(one).Any(wanted.Contains));
        return Check(name, wanted);
    }

    private static ApiError? Check(string name, ImmutableArray<string> values) =>
        values.Length > MostInList ? EcsErrors.Invalid(name, $"at most {MostInList} are allowed") : null;

    private ApiError? AddTags(CallParameters parameters)
    {
        var (tags, error) = EcsTagParameters.Read(parameters);
        IsCapped |= !tags.IsEmpty;
        if (!tags.IsEmpty) _tests.Add(one => tags.All(tag => EcsTagParameters.Matches(one, tag)));
        return error;
    }

    private void AddTexts(CallParameters parameters)
    {
        Equal(parameters.Text("NetworkInterfaceName"), one => one.Name);
        Equal(parameters.Text("VpcId"), one => one.VpcId);
        Equal(parameters.Text("VSwitchId"), one => one.VSwitchId);
        Equal(parameters.Text("PrimaryIpAddress"), one => InterfaceAddresses.Of(one)[0]);
        // A query by instance leaves members out; one by security group leaves primary interfaces out.
        if (parameters.Text("InstanceId") is { } instance)
            _tests.Add(one => one.InstanceId == instance && one.Type != InterfaceType.Member && !one.ServiceManaged);
        if (parameters.Text("SecurityGroupId") is { } group)
            _tests.Add(one => one.Type != InterfaceType.Primary && one.SecurityGroupIds.Contains(group));
        if (parameters.Text("ResourceGroupId") is not { } resourceGroup) return;
        IsCapped = true;
        // Members of the default group come back whatever group is asked for.
        _tests.Add(one => one.ResourceGroupId.Length == 0 || one.ResourceGroupId == resourceGroup);
    }

    private void Equal(string? wanted, Func<InterfaceSeed, string> field)
    {
        if (wanted is not null) _tests.Add(one => field(one) == wanted);
    }
}
