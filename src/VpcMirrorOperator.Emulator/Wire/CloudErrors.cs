
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

    /// <summary>Codes of filters and rules are known from other clients' retry lists; the texts are the emulator's own.</summary>
    internal static ApiError FilterNotFound { get; } =
        Bad("ResourceNotFound.TrafficMirrorFilter", "The specified resource of traffic mirror filter is not found.");

    internal static ApiError FilterStatus { get; } =
        Bad("IncorrectStatus.TrafficMirrorFilter", "The status of traffic mirror filter is incorrect.");

    /// <summary>A choice of the emulator, after the pattern of the others.</summary>
    internal static ApiError RuleNotFound { get; } =
        Bad("ResourceNotFound.TrafficMirrorFilterRule", "The specified resource of traffic mirror filter rule is not found.");

    internal static ApiError RuleStatus { get; } =
        Bad("IncorrectStatus.TrafficMirrorRule", "The status of traffic mirror filter rule is incorrect.");

    internal static ApiError OperationConflict { get; } =
        Bad("OperationConflict", "Another operation on this resource is in progress.");

    /// <summary>Known from another client, which takes it for success.</summary>
    internal static ApiError AlreadyOpened { get; } = Bad("ORDER.OPEND", "The traffic mirror service is opened already.");

    /// <summary>Documented for the sibling call of ECS.</summary>
    internal static ApiError TagWithoutKey { get; } = Bad("InvalidParameter.TagValue", "A tag value is given without its key.");

    /// <summary>A choice of the emulator.</summary>
    internal static ApiError DuplicatedTag { get; } = Bad("DuplicatedParam.TagKey", "The tag keys contain duplicate values.");

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

    internal static ApiError SessionFull(string code, int limit) =>
        Bad(code, $"The traffic mirror session cannot hold more than {limit} sources.");

    internal static ApiError TooManyRules(string code, int limit) =>
        Bad(code, $"The traffic mirror filter cannot hold more than {limit} rules.");

    /// <summary>The code of a tag too many is not documented.</summary>
    internal static ApiError TooManyTags(int limit) =>
        Bad("QuotaExceeded.TagsPerResource", $"A resource cannot have more than {limit} tags.");

    internal static ApiError UnknownRegion(string id) =>
        new(404, "InvalidRegionId.NotFound", $"The region {id} does not exist for this account.");

    internal static ApiError Bad(string code, string message) => new(400, code, message);
}
