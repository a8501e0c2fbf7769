using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>A call that failed, as the status and the events say it.</summary>
/// <param name="Reason">The condition reason.</param>
/// <param name="Message">A sentence for the user.</param>
/// <param name="NeedsUser">Whether a user must act, so that waiting alone does not help.</param>
/// <param name="RequestId">The cloud's id of the call, if it gave one.</param>
internal sealed record FilterFailure(string Reason, string Message, bool NeedsUser, string? RequestId)
{
    /// <summary>What an error of the cloud comes to.</summary>
    /// <param name="what">What could not be done.</param>
    /// <param name="error">Why.</param>
    /// <param name="needsUser">Whether a user must act.</param>
    public static FilterFailure Of(string what, CloudException error, bool needsUser) => new(
        ReasonOf(error), $"{what}: {error.Code}: {error.Detail.TrimEnd('.')}. {FilterRemedy.For(error)}", needsUser, error.RequestId);

    /// <summary>What could not be done, when a write was not accepted.</summary>
    /// <param name="verb">The write.</param>
    public static string What(OperationVerb verb) => verb switch
    {
        OperationVerb.Create => "Cannot create the filter",
        OperationVerb.Update or OperationVerb.Tag or OperationVerb.Untag => "Cannot change the filter",
        OperationVerb.Delete => "Cannot delete the filter",
        _ => "Cannot change the rules",
    };

    /// <summary>That it cannot be known whether the kind itself is being deleted.</summary>
    /// <param name="refused">The API server's answer.</param>
    public static FilterFailure OfDefinition(KubeApiException refused) => new(
        Reasons.DefinitionUnreadable,
        $"Nothing is deleted before it is known whether the resource definition stays: {refused.Message.TrimEnd('.')}. Give the operator "
        + "the right to get its CustomResourceDefinition (config/rbac). Or set deletionPolicy: Retain: the object then goes, and the "
        + "filter stays.",
        NeedsUser: true, RequestId: null);

    private static string ReasonOf(CloudException error) => CloudErrorTable.Of(error).Reason switch
    {
        Reasons.SessionBusy => Reasons.FilterBusy,
        // These words are about sources, which no call for a filter names.
        Reasons.DuplicateSource or Reasons.SourceAlreadyAssociated or Reasons.SourceNotAssociated => Reasons.CloudRefused,
        var reason => reason,
    };
}
