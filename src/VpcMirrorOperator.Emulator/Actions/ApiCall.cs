using System.Collections.Immutable;

namespace VpcMirrorOperator.Emulator;

/// <summary>An authenticated call on its way through one action.</summary>
internal sealed record ApiCall(World World, Account Account, string Action, CallParameters Parameters, string RequestId, DateTimeOffset Now)
{
    internal EmulatorSettings Settings => World.Settings;

    internal string RegionId => Parameters.Text("RegionId") ?? "";

    internal string SessionId => Parameters.Text("TrafficMirrorSessionId") ?? "";

    internal ImmutableArray<string> SourceIds { get; } = Parameters.List("TrafficMirrorSourceIds");

    /// <summary>The account's region; the error says that it is missing or unknown.</summary>
    internal (Region? Region, ApiError? Error) FindRegion()
    {
        if (RegionId.Length == 0) return (null, ApiErrors.Missing("RegionId"));
        return Account.Regions.TryGetValue(RegionId, out var region) ? (region, null) : (null, ApiErrors.UnknownRegion(RegionId));
    }
}
