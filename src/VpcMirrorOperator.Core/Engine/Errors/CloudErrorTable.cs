using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Engine.Decisions;
using static VpcMirrorOperator.Engine.Errors.CloudErrorClass;
using static VpcMirrorOperator.Engine.Errors.WriteConsequence;

namespace VpcMirrorOperator.Engine.Errors;

/// <summary>
/// The one place that knows what an error means. docs/reasons.md shows this table. Sources: error tables of
/// RemoveSourcesFromTrafficMirrorSession and DescribeNetworkInterfaces, the common gateway codes, and the retry lists of the Terraform
/// provider.
/// </summary>
internal static class CloudErrorTable
{
    private const string Quota = "Wait. If it stays, find out who else uses the account's API quota.";
    private const string Nothing = "Nothing: it ends by itself.";
    private const string Later = "Wait and try again. If it stays, see the cloud's status page.";
    private const string Unreachable =
        "The endpoint cannot be reached: check the network, the proxy, the region, and --endpoint if it is set.";
    private const string NotTheApi = "Something answers there that is not the VPC API: check --endpoint and the proxy.";
    private const string WrongEndpoint = "This endpoint does not serve the VPC API of that region: check --endpoint and the region.";
    private const string Keys = "Check the access key id, its secret and, for temporary keys, the security token.";
    private const string Clock = "Set this machine's clock: it may be at most 15 minutes off.";
    private const string Pay = "Settle the overdue payment of the account.";
    private const string Support = "Ask the cloud's support with the request id if the cause is not clear.";
    private const string Parameter =
        "Correct the parameter that the message names. If it is right, ask the cloud's support with the request id.";
    private const string RemoveId = "Remove the id from the list.";
    private const string Region = "Correct the region id, for example cn-hangzhou.";
    private const string Rights = "Allow the RAM user or role vpc:ListTrafficMirrorSessions, vpc:AddSourcesToTrafficMirrorSession and "
        + "vpc:RemoveSourcesFromTrafficMirrorSession; for spec.session also vpc:UpdateTrafficMirrorSessionAttribute and vpc:TagResources.";

    /// <summary>First match wins, so a special case stands before its general form. The last row fits everything.</summary>
    public static IReadOnlyList<CloudErrorRule> Rules { get; } =
    [
        Row("*Throttling*", Retry, Repeat, Reasons.Throttled, Quota),
        Row(429, 429, Retry, Repeat, Reasons.Throttled, Quota),
        Row("*LastTokenProcessing", Wait, Repeat, Reasons.SessionBusy, Nothing),
        Row("*IdempotentTokenProcessing", Wait, Repeat, Reasons.SessionBusy, Nothing),
        Row("IdempotenceProcessing", Wait, Repeat, Reasons.SessionBusy, Nothing),
        Row("IncorrectBusinessStatus*", UserAction, NeedsUser, Reasons.BusinessStatusAbnormal, Pay),
        Row("OptInRequired*", UserAction, NeedsUser, Reasons.ServiceNotOpened,
            "Open the traffic mirror service of this region in the VPC console first; it is billed."),
        Row("DuplicatedParam*", UserAction, NeedsUser, Reasons.DuplicateSource, "Report it: no call of ours names an id twice."),
        Row("ResourceNotFound.TrafficMirrorSession*", UserAction, NeedsUser, Reasons.SessionNotFound,
            "Check region, session id and account."),
        Row("ResourceNotFound.TrafficMirrorFilterRule*", Wait, PlanAnew, Reasons.RuleNotFound, "Nothing: the rules are listed anew."),
        Row("ResourceNotFound.TrafficMirrorFilter*", UserAction, NeedsUser, Reasons.FilterNotFound,
            "Check region, filter id and account."),
        Row("IncorrectStatus*", Wait, Repeat, Reasons.SessionBusy, "Nothing. If it stays, find out who else changes the session."),
        Row("OperationConflict*", Wait, Repeat, Reasons.SessionBusy, "Nothing. If it stays, find out who else changes the session."),
        Row("ResourceNotAssociated*", AlreadyDone, BlameItem, Reasons.SourceNotAssociated, Nothing),
        Row("ResourceAlready*", AlreadyDone, BlameItem, Reasons.SourceAlreadyAssociated,
            "Nothing at first. If it stays, find out which session has the source."),
        Row("ResourceNotFound.NetworkInterface*", BadRequest, BlameItem, Reasons.NetworkInterfaceNotFound, RemoveId),
        Row("ResourceNotFound.EcsInstance*", BadRequest, BlameItem, Reasons.InstanceNotFound, RemoveId),
        Row("InvalidEniId.NotFound*", BadRequest, BlameItem, Reasons.NetworkInterfaceNotFound, RemoveId),
        Row("InvalidEcsId.NotFound*", BadRequest, BlameItem, Reasons.InstanceNotFound, RemoveId),
        Row("Quota*", UserAction, TooMany, Reasons.QuotaExceeded, "Have the quota raised, or list fewer sources."),
        // The token was used with other parameters: a new operation has a new sequence, so a new token.
        Row("IdempotentParameterMismatch*", BadRequest, PlanAnew, Reasons.TokenMismatch, "Nothing: the next write has a new token."),
        Row("Forbidden*", UserAction, NeedsUser, Reasons.PermissionDenied, Rights),
        Row("NoPermission*", UserAction, NeedsUser, Reasons.PermissionDenied, Rights),
        Row("InvalidTimeStamp*", UserAction, NeedsUser, Reasons.ClockSkew, Clock),
        Row("IllegalTimestamp*", UserAction, NeedsUser, Reasons.ClockSkew, Clock),
        Row("InvalidAccessKeyId*", UserAction, NeedsUser, Reasons.CredentialsInvalid, Keys),
        Row("InvalidSecurityToken*", UserAction, NeedsUser, Reasons.CredentialsInvalid, Keys),
        Row("MissingSecurityToken*", UserAction, NeedsUser, Reasons.CredentialsInvalid, Keys),
        Row("SignatureDoesNotMatch*", UserAction, NeedsUser, Reasons.CredentialsInvalid, Keys),
        Row("IncompleteSignature*", UserAction, NeedsUser, Reasons.CredentialsInvalid, Keys),
        // The metadata service of the instance failed.
        Row(ClientErrorCodes.NoCredentials, Retry, Repeat, Reasons.CredentialsInvalid, Later) with { Statuses = (500, 599) },
        Row(ClientErrorCodes.NoCredentials, UserAction, NeedsUser, Reasons.CredentialsInvalid,
            "Configure credentials as the message says. Or try it without an account: --emulator."),
        Row(ClientErrorCodes.InvalidRegion, UserAction, NeedsUser, Reasons.CloudRefused, Region),
        Row(ClientErrorCodes.TlsFailure, UserAction, NeedsUser, Reasons.CloudUnreachable, NotTheApi),
        Row(ClientErrorCodes.UnreadableReply, Retry, Repeat, Reasons.UnreadableAnswer, NotTheApi) with { Statuses = (408, 408) },
        Row(ClientErrorCodes.UnreadableReply, UserAction, NeedsUser, Reasons.UnreadableAnswer, NotTheApi) with { Statuses = (300, 499) },
        Row(ClientErrorCodes.UnreadableReply, Retry, Repeat, Reasons.UnreadableAnswer, NotTheApi),
        Row(ClientErrorCodes.Paused, Retry, Repeat, Reasons.Throttled, Quota),
        Row(ClientErrorCodes.DeadlinePassed, Retry, Repeat, Reasons.CloudUnreachable,
            "Nothing. If it stays, this machine stops for long times, or connecting takes too long: check its load and the network."),
        Row(ClientErrorCodes.Prefix + "*", Retry, Repeat, Reasons.CloudUnreachable, Unreachable),
        Row("ServiceUnavailable*", Retry, Repeat, Reasons.CloudUnavailable, Later),
        Row("InternalError*", Retry, Repeat, Reasons.CloudUnavailable, Later),
        Row("SystemBusy*", Retry, Repeat, Reasons.CloudUnavailable, Later),
        // Nonces are fresh, so a repeated one means that something on the way delivered this request twice.
        Row("SignatureNonceUsed*", Retry, Repeat, Reasons.CloudUnavailable, Later),
        Row(500, 599, Retry, Repeat, Reasons.CloudUnavailable, Later),
        // About the request as a whole: no id can be blamed.
        Row("InvalidApi.*", UserAction, NeedsUser, Reasons.CloudRefused, WrongEndpoint),
        Row("InvalidProduct.*", UserAction, NeedsUser, Reasons.CloudRefused, WrongEndpoint),
        Row("InvalidVersion*", UserAction, NeedsUser, Reasons.CloudRefused, WrongEndpoint),
        Row("InvalidAction*", UserAction, NeedsUser, Reasons.CloudRefused, WrongEndpoint),
        Row("InvalidRegionId*", UserAction, NeedsUser, Reasons.CloudRefused, Region),
        Row("Invalid*", BadRequest, BadParameter, Reasons.CloudRefused, Parameter),
        Row("Missing*", BadRequest, BadParameter, Reasons.CloudRefused, Parameter),
        Row("Illegal*", BadRequest, BadParameter, Reasons.CloudRefused, Parameter),
        Row("Duplicate*", BadRequest, BadParameter, Reasons.CloudRefused, Parameter),
        Row(404, 404, UserAction, NeedsUser, Reasons.CloudRefused, WrongEndpoint),
        Row(408, 408, Retry, Repeat, Reasons.CloudRefused, Later),
        // The codes of most quotas, for one, are not documented.
        Row(400, 400, UserAction, Unclear, Reasons.CloudRefused, Support),
        Row("*", UserAction, NeedsUser, Reasons.CloudRefused, Support),
    ];

    /// <summary>The row for an error.</summary>
    public static CloudErrorRule Of(CloudException error)
    {
        var rule = Rules.First(rule => rule.Fits(error));
        // The failed call asked for keys: what it says about its own parameters says nothing about the write that needed them.
        return error.IsAboutCredentials && rule.Class != Retry ? rule with { Class = UserAction, Write = NeedsUser } : rule;
    }

    private static CloudErrorRule Row(string code, CloudErrorClass @class, WriteConsequence write, string reason, string remedy) =>
        new(new(code), @class, write, reason, remedy);

    private static CloudErrorRule Row(int first, int last, CloudErrorClass @class, WriteConsequence write, string reason, string remedy) =>
        new(new("*"), @class, write, reason, remedy) { Statuses = (first, last) };
}
