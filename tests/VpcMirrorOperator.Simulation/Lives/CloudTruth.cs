using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>A session or a filter of the cloud, as far as whose it is goes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Mark">The tag that names who created it; null for none.</param>
internal sealed record Thing(string Id, string? Mark)
{
    public bool IsSession => Id.StartsWith("tms-", StringComparison.Ordinal);
}

/// <summary>
/// What is true of the cloud, whatever it lists: its sessions and filters, and which object made which of them by which call.
/// </summary>
internal sealed class CloudTruth(LifeWorld world)
{
    private readonly Dictionary<string, ObjectKey> _makers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stripped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _copied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> _touched = new(StringComparer.Ordinal);

    /// <summary>The region as it is now.</summary>
    public RegionSeed Region => world.Cloud.Export(settle: false).Accounts.Single().Regions.Single();

    /// <summary>Sessions and filters.</summary>
    public IEnumerable<Thing> Things => ThingsOf(Region);

    /// <summary>What there is of the id; null for nothing.</summary>
    public Thing? Find(string? id) => Things.FirstOrDefault(one => one.Id == id);

    public SessionSeed? Session(string? id) => Region.Sessions.FirstOrDefault(one => one.Id == id);

    public FilterSeed? Filter(string? id) => Region.Filters.FirstOrDefault(one => one.Id == id);

    /// <summary>What an object made and nobody took its tags off, and is still there.</summary>
    public IReadOnlyList<Thing> MadeBy(ObjectKey key, bool sessions) => [.. Things.Where(
        one => one.IsSession == sessions && MakerOf(one.Id) == key && !_stripped.Contains(one.Id))];

    /// <summary>Everything that we made and nobody took the tags off.</summary>
    public IEnumerable<Thing> Made => Things.Where(one => _makers.ContainsKey(one.Id) && !_stripped.Contains(one.Id));

    /// <summary>The object whose call made it; null for somebody else's.</summary>
    public ObjectKey? MakerOf(string id) => _makers.TryGetValue(id, out var key) ? key : null;

    /// <summary>Whether somebody took the tags off.</summary>
    public bool IsStripped(string id) => _stripped.Contains(id);

    /// <summary>Notes that a call of an object made something.</summary>
    public void NoteMade(string id, ObjectKey key) => _makers[id] = key;

    /// <summary>Notes that somebody took the tags off.</summary>
    public void Stripped(string id) => _stripped.Add(id);

    /// <summary>Notes that somebody made another one with the same tags.</summary>
    public void Copied(string mark) => _copied.Add(mark);

    /// <summary>Whether somebody ever made another one with this mark.</summary>
    public bool WasCopied(string mark) => _copied.Contains(mark);

    /// <summary>Notes that somebody else changes it.</summary>
    public void Touched(string id) => _touched[id] = world.Loop.Time.Elapsed;

    /// <summary>Whether somebody else changed it within so much time.</summary>
    public bool WasTouched(string id, TimeSpan within) =>
        _touched.TryGetValue(id, out var at) && world.Loop.Time.Elapsed - at <= within;

    /// <summary>Whether somebody else ever changed it.</summary>
    public bool WasEverTouched(string id) => _touched.ContainsKey(id);

    /// <summary>The value of the tag of what an object creates.</summary>
    public static string MarkOf(ObjectKey key, bool session) => new ObjectIdentity(
        LifeWorld.Installation, session ? "tms" : "tmf", key.Namespace, key.Name, "").CreatedBy;

    private static IEnumerable<Thing> ThingsOf(RegionSeed region) =>
    [
        .. region.Sessions.Select(one => new Thing(one.Id, one.Tags.GetValueOrDefault(IdentityTags.CreatedBy))),
        .. region.Filters.Select(one => new Thing(one.Id, one.Tags.GetValueOrDefault(IdentityTags.CreatedBy))),
    ];
}
