namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>What the cloud answered to a write that it accepted.</summary>
/// <param name="RequestId">The cloud's id of the call.</param>
/// <param name="CreatedId">The id of what was created; null for any other call.</param>
internal readonly record struct CallAnswer(string? RequestId, string? CreatedId)
{
    /// <summary>The answer to a recorded call.</summary>
    public static CallAnswer Of(RecordedCallResponse response) =>
        new(response.RequestId, response.TrafficMirrorSessionId ?? response.TrafficMirrorFilterId);
}
