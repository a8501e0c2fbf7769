
namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>
/// The errors of the traffic mirror calls. Codes and texts are those of the documented error tables of Add and Remove, word
/// for word; where the tables are silent, a remark says so.
/// </summary>
internal static class CloudErrors
{
    internal static ApiError BusinessStatus { get; } =
        Bad("IncorrectBusinessStatus.TrafficMirror", "The business status of traffic mirror is incorrect.");

    internal static ApiError ServiceNotOpened { get; } =
        Bad("OptInRequired.TrafficMirror", "You need to subscribe to the traffic mirror service first.");

    internal static ApiError DuplicatedIds { get; } =
        Bad("DuplicatedParam.SourceInstanceIds", "The parameter of source instance IDs contains duplicate values.");

    internal static ApiError SessionNotFound { get; } =
        Bad("ResourceNotFound.TrafficMirrorSession", "The specified resource of traffic mirror session is not found.");

    internal static ApiError SessionStatus { get; } =
        Bad("IncorrectStatus.TrafficMirrorSession", "The status of traffic mirror session is incorrect.");

    internal static ApiError NotASource { get; } =
        Bad("ResourceNotAssociated.TrafficMirrorSource", "The specified traffic mirror source and session are not associated.");

    internal static ApiError InterfaceNotFound { get; } =
        Bad("ResourceNotFound.NetworkInterface", "The specified resource of network interface is not found.");

    internal static ApiError InstanceNotFound { get; } =
        Bad("ResourceNotFound.EcsInstance", "The specified resource of ECS instance is not found.");

    /// <summary>Documented for Add only.</summary>
    internal static ApiError AlreadyASource { get; } =
        Bad("ResourceAlreadyAssociated.TrafficMirrorSource", "The specified traffic mirror source and session are already associated.");

    internal static ApiError DryRunPassed { get; } =
        Bad("DryRunOperation", "Request validation has been passed with DryRun flag set.");

    /// <summary>Documented code; its text is the emulator's own.</summary>
    internal static ApiError TokenMismatch { get; } =
        Bad("IdempotentParameterMismatch", "The client token was used before with other parameters.");

    /// <summary>Known from other clients' retry lists; the text is the emulator's own.</summary>
    internal static ApiError TokenProcessing { get; } =
        Bad("LastTokenProcessing", "The last request with this client token is still being processed.");

    internal static ApiError InvalidApi { get; } =
        new(404, "InvalidApi.NotFound", "Specified api is not found, please check your url and method.");

    /// <summary>Documented for both List operations.</summary>
    internal static ApiError InvalidNextToken { get; } = Bad("IllegalParam.NextToken", "The specified NextToken is invalid.");

    internal static ApiError Missing(string parameter) =>
        Bad("MissingParameter", $"The input parameter \"{parameter}\" that is mandatory for processing this request is not supplied.");

    /// <summary>The code of an impossible value is not documented for these parameters.</summary>
    internal static ApiError Illegal(string parameter, string rule) =>
        Bad($"IllegalParam.{parameter}", $"The parameter \"{parameter}\" is not valid: {rule}.");

    /// <summary>A choice of the emulator.</summary>
    internal static ApiError SessionFull(int limit) =>
        Bad("QuotaExceeded.TrafficMirrorSource", $"The traffic mirror session cannot hold more than {limit} sources.");

    internal static ApiError UnknownRegion(string id) =>
        new(404, "InvalidRegionId.NotFound", $"The region {id} does not exist for this account.");

    internal static ApiError Bad(string code, string message) => new(400, code, message);
}
