namespace VpcMirrorOperator.Api.Shared;

/// <summary>Names of the cloud accounts that objects belong to.</summary>
public static class Accounts
{
    /// <summary>The account of the process' own credentials. The only one for now: the API has no field that names another.</summary>
    public const string Default = "default";
}
