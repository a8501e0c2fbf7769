using VpcMirrorOperator.Emulator.Seeds;


namespace VpcMirrorOperator.Emulator.State;

/// <summary>A credential whose expiry is a moment of the emulator's clock.</summary>
internal sealed record EmulatedCredential(string AccessKeyId, string AccessKeySecret, string? SecurityToken, DateTimeOffset? ExpiresAt)
{
    internal static EmulatedCredential From(CredentialSeed seed, DateTimeOffset now) =>
        new(seed.AccessKeyId, seed.AccessKeySecret, seed.SecurityToken, now + seed.ExpiresIn);

    internal bool IsExpired(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>With the time that is left; none for an expired one, so that it is expired from the start again.</summary>
    internal CredentialSeed ToSeed(DateTimeOffset now) => new(
        AccessKeyId, AccessKeySecret, SecurityToken, ExpiresAt is not { } end ? null : end > now ? end - now : TimeSpan.Zero);

    /// <summary>The key id only: a record's own text would show the secret.</summary>
    public override string ToString() => $"{nameof(EmulatedCredential)} {AccessKeyId}";
}
