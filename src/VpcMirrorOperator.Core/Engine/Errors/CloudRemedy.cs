using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Engine.Errors;

/// <summary>What a person can do about one error of the cloud, for conditions, events and the command line alike.</summary>
internal static class CloudRemedy
{
    /// <summary>The remedy of the error's row; for a missing right, the right itself and where it is granted.</summary>
    /// <param name="error">The error.</param>
    /// <returns>Whole sentences.</returns>
    public static string For(CloudException error)
    {
        var rule = CloudErrorTable.Of(error);
        return rule.Reason == Reasons.PermissionDenied ? Right(error) : rule.Remedy;
    }

    /// <summary>
    /// RAM names an action as product and operation. The product of a refused request for keys is STS; every other call is one of the VPC.
    /// </summary>
    private static string Right(CloudException error) =>
        $"Missing right: {(error.IsAboutCredentials ? "sts" : "vpc")}:{error.Action}. Allow it in the policy of the RAM user or role "
        + "(RAM console, Permissions, Policies); docs/credentials.md has the whole policy.";
}
