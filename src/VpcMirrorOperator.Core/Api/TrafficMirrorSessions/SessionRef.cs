namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>A traffic mirror session in the cloud: ids are unique within a region of an account.</summary>
/// <param name="RegionId">For example <c>cn-hangzhou</c>.</param>
/// <param name="SessionId">For example <c>tms-j6cla50buc44ap8tu****</c>.</param>
public readonly record struct SessionRef(string RegionId, string SessionId)
{
    /// <summary><c>region/session</c>, for messages.</summary>
    public override string ToString() => $"{RegionId}/{SessionId}";
}
