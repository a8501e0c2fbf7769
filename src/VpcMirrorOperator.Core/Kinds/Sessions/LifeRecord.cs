using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>What is recorded of a created session. Pure.</summary>
internal static class LifeRecord
{
    /// <summary>The record, with an answer that this process knows of and the status does not, because writing it failed.</summary>
    public static LifecycleRecord Of(TrafficMirrorSession declared, CreatedLife life)
    {
        var status = declared.Status;
        var answered = life.Created is { } created && status?.Operation?.ClientToken == created.ClientToken ? created.Id : null;
        var isLocked = status?.Session?.BusinessStatus is not (null or ObservedSession.Normal);
        return new LifecycleRecord
        {
            Id = answered ?? declared.SessionId(),
            Operation = answered is null ? status?.Operation : null,
            LastCreateAt = status?.LastCreateTime,
            LockedId = isLocked ? declared.SessionId() : LockedByMemory(declared),
        };
    }

    /// <summary>What the annotation says where the status says nothing of the session any more.</summary>
    private static string? LockedByMemory(TrafficMirrorSession declared) =>
        declared.Status?.Session is null && Baselines.Kept(declared) is { IsLocked: true } kept ? kept.SessionId : null;
}
