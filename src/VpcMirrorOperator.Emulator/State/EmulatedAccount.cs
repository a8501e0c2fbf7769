using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;


namespace VpcMirrorOperator.Emulator.State;

/// <summary>An account, its credentials and its regions.</summary>
internal sealed class EmulatedAccount(AccountSeed seed, DateTimeOffset now)
{
    private readonly List<EmulatedCredential> _credentials = [.. seed.Credentials.Select(key => EmulatedCredential.From(key, now))];

    internal string Name { get; } = seed.Name;

    internal IReadOnlyDictionary<string, EmulatedRegion> Regions { get; } =
        seed.Regions.ToDictionary(region => region.Id, region => new EmulatedRegion(region, now), StringComparer.Ordinal);

    internal IReadOnlyList<EmulatedCredential> Credentials => _credentials;

    internal EmulatedCredential? FindCredential(string accessKeyId) => _credentials.Find(key => key.AccessKeyId == accessKeyId);

    /// <summary>Adds a credential, or replaces the one with the same key id in its place.</summary>
    internal void Issue(EmulatedCredential credential)
    {
        var index = _credentials.FindIndex(key => key.AccessKeyId == credential.AccessKeyId);
        if (index < 0) _credentials.Add(credential);
        else _credentials[index] = credential;
    }

    internal AccountSeed ToSeed(DateTimeOffset now, bool settle, ApplyAt applyAt)
    {
        var keys = _credentials.Select(key => key.ToSeed(now)).ToList();
        var regions = Regions.Values.Select(region => region.ToSeed(now, settle, applyAt)).ToList();
        return new(Name, keys[0].AccessKeyId, keys[0].AccessKeySecret, keys[0].SecurityToken, regions)
        {
            ExpiresIn = keys[0].ExpiresIn,
            OtherCredentials = keys[1..],
        };
    }
}
