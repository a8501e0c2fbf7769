using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Sts;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;

/// <summary>Assumes a role with the keys of another provider, by a signed STS call. Chains of roles nest these.</summary>
internal sealed class AssumeRoleSource : ICredentialsSource
{
    private readonly RpcClient _sts;
    private readonly RoleSettings _role;

    public AssumeRoleSource(CredentialsEnvironment environment, Uri sts, RoleSettings role, ICredentialsProvider with, string name)
    {
        var endpoint = new Dictionary<string, string> { ["Sts"] = sts.GetLeftPart(UriPartial.Authority) };
        var options = new RpcClientOptions { Endpoints = new EndpointOptions { Overrides = endpoint } };
        _sts = new(environment.Http, with, options, environment.Time, environment.Nonces);
        (_role, Name) = (role, name);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<CloudCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        var request = new AssumeRoleRequest { Role = _role };
        var response = await _sts.SendAsync(request, cancellationToken);
        return (response.Credentials ?? new()).ToCredentials(request.Action, Name);
    }
}
