using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>A traffic mirror session in the cloud: ids are unique within a region of an account.</summary>
/// <param name="Account">For example <see cref="Accounts.Default"/>.</param>
/// <param name="RegionId">For example <c>cn-hangzhou</c>.</param>
/// <param name="SessionId">For example <c>tms-j6cla50buc44ap8tu****</c>.</param>
public readonly record struct SessionRef(string Account, string RegionId, string SessionId)
{
    /// <summary>What the id begins with while there is no session yet.</summary>
    public const char Unrecorded = '~';

    /// <summary>Whether there is such a session, as far as the object knows.</summary>
    public bool IsRecorded => SessionId.Length > 0 && SessionId[0] != Unrecorded;

    /// <summary>Where the session is.</summary>
    public RegionRef Region => new(Account, RegionId);

    /// <summary><c>account/region/session</c>: what no two sessions have in common. No part can hold a slash.</summary>
    public string Identity => $"{Account}/{RegionId}/{SessionId}";

    /// <summary>Writes its <see cref="Identity"/> without making a string.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="length">How many characters it has.</param>
    /// <returns>False when there is too little room.</returns>
    public bool TryWriteIdentity(Span<char> target, out int length) => target.TryWrite($"{Account}/{RegionId}/{SessionId}", out length);

    /// <summary>Whether this is its <see cref="Identity"/>; makes no string.</summary>
    /// <param name="identity">The text.</param>
    public bool IsNamed(string identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (identity.Length != Account.Length + RegionId.Length + SessionId.Length + 2) return false;
        Span<Range> parts = stackalloc Range[4];
        return identity.AsSpan().Split(parts, '/') == 3
            && identity.AsSpan(parts[0]).SequenceEqual(Account)
            && identity.AsSpan(parts[1]).SequenceEqual(RegionId)
            && identity.AsSpan(parts[2]).SequenceEqual(SessionId);
    }

    /// <summary><c>region/session</c>, for messages: the account is one that the reader knows.</summary>
    public override string ToString() => $"{RegionId}/{SessionId}";
}
