using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;

/// <summary>Makes the source of instance role keys, unless the metadata service is switched off.</summary>
internal static class EcsRole
{
    /// <summary>The source; without a role name the one attached to the instance is asked for.</summary>
    /// <exception cref="Errors.CloudException">ALIBABA_CLOUD_ECS_METADATA_DISABLED is true.</exception>
    public static EcsRamRoleSource Create(CredentialsEnvironment environment, string? roleName, string name) =>
        environment.IsOn(EnvironmentVariables.EcsMetadataDisabled)
            ? throw CredentialsError.NotUsable($"the ECS RAM role is configured but {EnvironmentVariables.EcsMetadataDisabled}=true")
            : new(environment, string.IsNullOrWhiteSpace(roleName) ? null : roleName.Trim(), name);
}
