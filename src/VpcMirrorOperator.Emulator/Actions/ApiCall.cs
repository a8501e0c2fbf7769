using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>An authenticated call on its way through one action.</summary>
internal sealed record ApiCall(
    EmulatedCloud Cloud, EmulatedAccount Account, string Action, CallParameters Parameters, string RequestId, DateTimeOffset Now)
{
    /// <summary>The version of the API, which names its product.</summary>
    internal string Version { get; init; } = ApiOperation.Version;

    internal EmulatorSettings Settings => Cloud.Settings;

    internal string RegionId => Parameters.Text("RegionId") ?? "";

    internal string SessionId => Parameters.Text("TrafficMirrorSessionId") ?? "";

    internal ImmutableArray<string> SourceIds { get; } = Parameters.List("TrafficMirrorSourceIds");

    /// <summary>The ids that List is asked for.</summary>
    internal ImmutableArray<string> ListedSessionIds => Parameters.List("TrafficMirrorSessionIds");

    internal FaultTarget ToFaultTarget() =>
        new(Action, ApiOperation.IsWrite(Action), Account.Name, RegionId, [SessionId, .. ListedSessionIds], SourceIds);

    /// <summary>The account's region; the error says that it is missing or unknown.</summary>
    internal (EmulatedRegion? Region, ApiError? Error) FindRegion()
    {
        if (RegionId.Length == 0) return (null, CloudErrors.Missing("RegionId"));
        return Account.Regions.TryGetValue(RegionId, out var region) ? (region, null) : (null, CloudErrors.UnknownRegion(RegionId));
    }

    /// <summary>Where RegionId is optional: without it, the account's first region.</summary>
    internal (EmulatedRegion? Region, ApiError? Error) FindRegionOrFirst() =>
        RegionId.Length == 0 && Account.Regions.Count > 0 ? (Account.Regions.Values.First(), null) : FindRegion();
}
