using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>What the status says about a call that failed: the fact and the remedy.</summary>
internal static class FailureText
{
    /// <param name="what">What could not be done.</param>
    /// <param name="error">Why.</param>
    /// <param name="declared">The object; one that is being deleted is told how to end that.</param>
    public static string Of(string what, CloudException error, TrafficMirrorSession declared)
    {
        var text = $"{what}: {error.Code}: {error.Detail.TrimEnd('.')}. {CloudRemedy.For(error)}";
        return declared.IsDetaching() ? $"{text} {Deletion.WayOut}" : text;
    }
}
