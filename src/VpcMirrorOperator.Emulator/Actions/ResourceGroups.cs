namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Resource groups. The emulator takes every well-formed id for one that exists.</summary>
internal static class ResourceGroups
{
    /// <summary>Where a resource is that was created without one.</summary>
    internal const string Default = "rg-emulateddefault";

    internal static bool IsId(string id) => id.StartsWith("rg-", StringComparison.Ordinal) && id.Length is > 3 and <= 64;
}
