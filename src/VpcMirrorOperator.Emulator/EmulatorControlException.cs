namespace VpcMirrorOperator.Emulator;

/// <summary>A request to the emulator that cannot be carried out: what it names does not exist, or is taken.</summary>
public sealed class EmulatorControlException : Exception
{
    private EmulatorControlException(string field, string problem)
        : base($"{field}: {problem}") => Field = field;

    /// <summary>The part of the request that is wrong: account, region, session or accessKeyId.</summary>
    public string Field { get; }

    internal static EmulatorControlException NoAccount(string name) => new("account", $"the emulator has no account '{name}'");

    internal static EmulatorControlException KeyTaken(string accessKeyId) =>
        new("accessKeyId", $"another account has the key '{accessKeyId}'");

    internal static EmulatorControlException SessionExists(string id) => new("session", $"the region has a session '{id}' already");

    internal static EmulatorControlException NoRegion(string id) => new("region", $"the account has no region '{id}'");

    internal static EmulatorControlException NoInterfaces(string region) =>
        new("region", $"'{region}' declares no network interfaces; give it networkInterfaces in the seed, an empty list if need be");

    internal static EmulatorControlException NoSession(string id) => new("session", $"the region has no session '{id}'");
}
