using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;


namespace VpcMirrorOperator.Emulator.State;

/// <summary>An account, its credentials and its regions.</summary>
internal sealed class EmulatedAccount(AccountSeed seed, DateTimeOffset now)
{
    private readonly List<EmulatedCredential> _credentials = [.. seed.Credentials.Select(key => EmulatedCredential.From(key, now))];

    internal string Name { get; } = seed.Name;

    internal IReadOnlyDictionary<string, EmulatedRegion> Regions { get; } =
        seed.Regions.ToDictionary(region => region.Id, region => Region(region, seed.SessionsDeletedIn, now), StringComparer.Ordinal);

    internal IReadOnlyList<EmulatedCredential> Credentials => _credentials;

    internal EmulatedCredential? FindCredential(string accessKeyId) => _credentials.Find(key => key.AccessKeyId == accessKeyId);

    /// <summary>Adds a credential, or replaces the one with the same key id in its place.</summary>
    internal void Issue(EmulatedCredential credential)
    {
        var index = _credentials.FindIndex(key => key.AccessKeyId == credential.AccessKeyId);
        if (index < 0) _credentials.Add(credential);
        else _credentials[index] = credential;
    }

    /// <summary>Whether payment is overdue, in every region alike: until when the sessions exist; null after payment.</summary>
    internal void SetOverdue(DateTimeOffset? sessionsDeletedAt)
    {
        foreach (var region in Regions.Values) region.SetOverdue(sessionsDeletedAt);
    }

    internal AccountSeed ToSeed(DateTimeOffset now, bool settle, ApplyAt applyAt)
    {
        var keys = _credentials.Select(key => key.ToSeed(now)).ToList();
        var regions = Regions.Values.Select(region => region.ToSeed(now, settle, applyAt)).ToList();
        return new(Name, keys[0].AccessKeyId, keys[0].AccessKeySecret, keys[0].SecurityToken, regions)
        {
            ExpiresIn = keys[0].ExpiresIn,
            OtherCredentials = keys[1..],
            SessionsDeletedIn = Regions.Values.Select(region => region.SessionsDeletedAt).FirstOrDefault() is { } end
                ? end > now ? end - now : TimeSpan.Zero
                : null,
        };
    }

    private static EmulatedRegion Region(RegionSeed seed, TimeSpan? sessionsDeletedIn, DateTimeOffset now)
    {
        var region = new EmulatedRegion(seed, now);
        if (sessionsDeletedIn is { } left) region.SetOverdue(now + left);
        return region;
    }
}
