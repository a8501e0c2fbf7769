namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>GetTrafficMirrorServiceStatus. RegionId is optional there; without it the account's first region answers.</summary>
internal static class GetServiceStatus
{
    internal static ActionOutcome Run(ApiCall call)
    {
        var (region, error) = call.FindRegionOrFirst();
        return error is null
            ? new(ApiJson.Bytes(new(call.RequestId, region!.ServiceOpened), ApiJson.Default.ServiceStatusReply))
            : ActionOutcome.Refused(error);
    }
}
