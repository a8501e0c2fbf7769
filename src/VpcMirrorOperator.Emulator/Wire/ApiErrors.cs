namespace VpcMirrorOperator.Emulator;

/// <summary>The errors of the traffic mirror calls: those of the documented Remove table, and their Add counterparts.</summary>
internal static class ApiErrors
{
    internal static ApiError DryRunPassed { get; } =
        Bad("DryRunOperation", "Request validation has been passed with DryRun flag set.");

    internal static ApiError BusinessStatus { get; } =
        Bad("IncorrectBusinessStatus.TrafficMirror", "The business status of the traffic mirror does not allow this operation.");

    internal static ApiError ServiceNotOpened { get; } =
        Bad("OptInRequired.TrafficMirror", "The traffic mirror service is not activated in this region.");

    internal static ApiError DuplicatedIds { get; } =
        Bad("DuplicatedParam.SourceInstanceIds", "The specified source ids contain duplicates.");

    internal static ApiError TokenMismatch { get; } =
        Bad("IdempotentParameterMismatch", "The client token was used before with other parameters.");

    internal static ApiError TokenProcessing { get; } =
        Bad("LastTokenProcessing", "The last request with this client token is still being processed.");

    internal static ApiError InvalidApi { get; } =
        new(404, "InvalidApi.NotFound", "Specified api is not found, please check your url and method.");

    internal static ApiError Missing(string parameter) =>
        Bad("MissingParameter", $"The input parameter \"{parameter}\" that is mandatory for processing this request is not supplied.");

    internal static ApiError Illegal(string parameter, string rule) =>
        Bad($"IllegalParam.{parameter}", $"The parameter \"{parameter}\" is not valid: {rule}.");

    internal static ApiError SessionNotFound(string id) =>
        Bad("ResourceNotFound.TrafficMirrorSession", $"The traffic mirror session {id} does not exist.");

    internal static ApiError SessionStatus(string id, SessionStatus status) =>
        Bad(
            "IncorrectStatus.TrafficMirrorSession",
            $"The status {status} of the traffic mirror session {id} does not allow this operation.");

    internal static ApiError InterfaceNotFound(string id) =>
        Bad("ResourceNotFound.NetworkInterface", $"The network interface {id} does not exist.");

    internal static ApiError InstanceNotFound(string id) =>
        Bad("ResourceNotFound.EcsInstance", $"The ECS instance of the network interface {id} does not exist.");

    internal static ApiError NotASource(string id) =>
        Bad("ResourceNotAssociated.TrafficMirrorSource", $"The network interface {id} is not a source of the traffic mirror session.");

    internal static ApiError AlreadyASource(string id) =>
        Bad(
            "ResourceAlreadyAssociated.TrafficMirrorSource",
            $"The network interface {id} is a source of the traffic mirror session already.");

    internal static ApiError SessionFull(int limit) =>
        Bad("QuotaExceeded.TrafficMirrorSource", $"The traffic mirror session cannot hold more than {limit} sources.");

    internal static ApiError UnknownRegion(string id) =>
        new(404, "InvalidRegionId.NotFound", $"The region {id} does not exist for this account.");

    internal static ApiError Bad(string code, string message) => new(400, code, message);
}
