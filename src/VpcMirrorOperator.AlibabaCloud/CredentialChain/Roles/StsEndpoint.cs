using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.Endpoints;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;

/// <summary>
/// Finds the STS address: ALIBABA_CLOUD_STS_ENDPOINT (injected by the ACK webhook; the official libraries ignore it), then the
/// profile's region, then ALIBABA_CLOUD_STS_REGION with ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED, then the central endpoint.
/// </summary>
internal static class StsEndpoint
{
    /// <summary>The base address, with the path <c>/</c>.</summary>
    /// <exception cref="Errors.CloudException">What is configured is malformed or unsafe.</exception>
    public static Uri Resolve(CredentialsEnvironment environment, string? profileRegion = null, bool profileVpc = false)
    {
        if (environment.Get(EnvironmentVariables.StsEndpoint) is { } endpoint)
            return Parse(endpoint);
        if (!string.IsNullOrWhiteSpace(profileRegion))
            return Regional(profileRegion.Trim(), profileVpc);
        return environment.Get(EnvironmentVariables.StsRegion) is { } region
            ? Regional(region, environment.IsOn(EnvironmentVariables.VpcEndpointEnabled))
            : new Uri("https://sts.aliyuncs.com/");
    }

    private static Uri Regional(string region, bool vpc) => RegionIdSyntax.IsWellFormed(region)
        ? new Uri($"https://sts{(vpc ? "-vpc" : "")}.{region}.aliyuncs.com/")
        : throw CredentialsError.NotUsable("the STS region is not a region id such as cn-hongkong");

    private static Uri Parse(string endpoint)
    {
        try
        {
            return EndpointAddress.Parse(endpoint);
        }
        catch (ArgumentException e)
        {
            throw CredentialsError.NotUsable($"{EnvironmentVariables.StsEndpoint}: {e.Message}", e);
        }
    }
}
