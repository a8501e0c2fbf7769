using System.Collections.Immutable;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Which network interfaces exist, in all accounts and regions alike.</summary>
public sealed record NetworkInterfaceSeed
{
    /// <summary>The ids that exist; null means that every well-formed <c>eni-…</c> id does.</summary>
    public ImmutableSortedSet<string>? Existing { get; init; }

    /// <summary>Ids that were deleted: calls with them answer <c>ResourceNotFound.NetworkInterface</c>.</summary>
    public ImmutableSortedSet<string> Deleted { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Ids whose instance is gone: calls with them answer <c>ResourceNotFound.EcsInstance</c>.</summary>
    public ImmutableSortedSet<string> WithoutInstance { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}
