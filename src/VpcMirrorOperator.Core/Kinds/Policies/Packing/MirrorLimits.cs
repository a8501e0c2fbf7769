namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>A quota of the cloud that nobody can raise.</summary>
internal static class MirrorLimits
{
    /// <summary>Sessions that an interface can be a source of, disabled ones counted.</summary>
    public const int SessionsOfInterface = 3;
}
