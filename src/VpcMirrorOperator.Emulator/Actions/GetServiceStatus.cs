using System.Text.Json;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>GetTrafficMirrorServiceStatus. RegionId is optional there; without it the account's first region answers.</summary>
internal static class GetServiceStatus
{
    internal static ActionOutcome Run(ApiCall call)
    {
        var (region, error) = call.RegionId.Length == 0 && call.Account.Regions.Count > 0
            ? (call.Account.Regions.Values.First(), null)
            : call.FindRegion();
        return error is null
            ? new(JsonSerializer.SerializeToUtf8Bytes(new(call.RequestId, region!.ServiceOpened), ApiJson.Default.ServiceStatusReply))
            : ActionOutcome.Refused(error);
    }
}
