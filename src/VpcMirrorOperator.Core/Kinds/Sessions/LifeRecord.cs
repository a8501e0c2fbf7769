using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>What is recorded of a created session. Pure.</summary>
internal static class LifeRecord
{
    /// <summary>The record, with an answer that this process knows of and the status does not, because writing it failed.</summary>
    public static LifecycleRecord Of(TrafficMirrorSession declared, CreatedLife life)
    {
        var status = declared.Status;
        var answered = life.Created is { } created && status?.Operation?.Sequence == created.Sequence ? created.Id : null;
        var isLocked = status?.Session?.BusinessStatus is not (null or ObservedSession.Normal);
        return new LifecycleRecord
        {
            Id = answered ?? declared.SessionId(),
            Operation = answered is null ? status?.Operation : null,
            LastCreateAt = status?.LastCreateTime,
            LockedId = isLocked ? declared.SessionId() : null,
        };
    }
}
