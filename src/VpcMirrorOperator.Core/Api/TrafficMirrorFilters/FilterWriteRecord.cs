using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>A call that was to change the filter, and what came of it.</summary>
public sealed record FilterWriteRecord
{
    /// <summary>When the call ended; whole seconds.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What was called.</summary>
    public required OperationVerb Verb { get; init; }

    /// <summary>How many rules it named.</summary>
    public required int Rules { get; init; }

    /// <summary><c>OK</c> when the cloud accepted it, which is no proof of its effect; else the error code.</summary>
    public required string Result { get; init; }

    /// <summary>The cloud's request id, for its support; null when no answer came.</summary>
    public string? RequestId { get; init; }
}
