namespace VpcMirrorOperator.Emulator;

/// <summary>An order to the emulator that cannot be carried out, because what it names does not exist.</summary>
public sealed class EmulatorControlException : Exception
{
    private EmulatorControlException(string field, string problem)
        : base($"{field}: {problem}") => Field = field;

    /// <summary>The part of the order that is wrong: account, region or session.</summary>
    public string Field { get; }

    internal static EmulatorControlException NoAccount(string name) => new("account", $"the emulator has no account '{name}'");

    internal static EmulatorControlException NoRegion(string id) => new("region", $"the account has no region '{id}'");

    internal static EmulatorControlException NoSession(string id) => new("session", $"the region has no session '{id}'");
}
