namespace VpcMirrorOperator.Api.Shared;

/// <summary>A region of an account: quotas, rates and ids are its own.</summary>
/// <param name="Account">For example <see cref="Accounts.Default"/>.</param>
/// <param name="RegionId">For example <c>cn-hangzhou</c>.</param>
public readonly record struct RegionRef(string Account, string RegionId);
