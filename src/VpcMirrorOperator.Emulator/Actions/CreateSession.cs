using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>CreateTrafficMirrorSession: with at least one source; Creating, then Created. Disabled unless Enabled is true.</summary>
internal static class CreateSession
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        foreach (var name in (string[])["TrafficMirrorFilterId", "TrafficMirrorTargetId", "TrafficMirrorTargetType", "Priority"])
            reader.Required(name);
        if (call.SourceIds.IsEmpty) reader.Fail(CloudErrors.Missing("TrafficMirrorSourceIds"));
        reader.Fail(SourceParameters.Check(call, ChangeVerb.Add));
        var session = SessionParameters.Read(reader).ApplyTo(new() { Id = "", Enabled = false, VirtualNetworkId = -1 }) with
        {
            ResourceGroupId = reader.Text("ResourceGroupId", 64) ?? ResourceGroups.Default,
            Tags = TagParameters.Read(reader, "Tag"),
            Sources = call.SourceIds.ToImmutableSortedSet(StringComparer.Ordinal),
            CreationTime = call.Now,
        };
        return region => Check(call, region, session);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, SessionSeed session)
    {
        if (region.IsOverdue) return CloudErrors.BusinessStatus;
        var error = SessionChecks.Filter(call, region, null, session.FilterId)
            ?? InterfaceCheck.Check(call, region, adding: true)
            ?? SessionChecks.Target(call, region, session.TargetId, session.TargetType)
            ?? SessionChecks.Priority(call, region, null, session.Priority)
            ?? SourceLimits.Check(call.Settings, region, null, session, call.SourceIds);
        if (error is not null) return error;
        if (region.Sessions.Count() >= call.Settings.MaxSessions)
            return CloudErrors.Bad(call.Settings.SessionQuotaCode, $"More than {call.Settings.MaxSessions} sessions are not possible.");
        return WritePlan.Answer(() => Create(call, region, session));
    }

    private static Func<string, byte[]> Create(ApiCall call, EmulatedRegion region, SessionSeed session)
    {
        var created = session with
        {
            Id = call.Cloud.NewId("tms-"),
            CreatedIn = ChangeTiming.Duration(call.Cloud),
            VirtualNetworkId = session.VirtualNetworkId < 0 ? call.Cloud.Random.Next(16777216) : session.VirtualNetworkId,
        };
        region.TryCreate(created, call.Now);
        region.Find(created.Id, call.Now, call.Settings.ApplyAt)!.TagDelay.Changed(created.Tags.Clear(), call.Now, call.Settings.TagDelay);
        region.Advance(call.Now, call.Settings.ApplyAt);
        return requestId => ApiJson.Bytes(new(requestId, created.Id, created.ResourceGroupId), ApiJson.Default.SessionCreatedReply);
    }
}
