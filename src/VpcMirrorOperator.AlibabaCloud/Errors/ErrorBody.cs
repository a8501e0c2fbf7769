namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>The parts of an error body that are used, whatever its notation.</summary>
/// <param name="Code">Error code.</param>
/// <param name="Message">The cloud's message; may echo what was signed, so it must pass <see cref="ErrorText"/>.</param>
/// <param name="RequestId">Id of the call.</param>
internal sealed record ErrorBody(string Code, string? Message, string? RequestId);
