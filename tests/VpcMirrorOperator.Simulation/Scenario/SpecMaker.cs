using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>Random but sensible declarations and edits. Ids come from a small pool, so that lists overlap.</summary>
internal static class SpecMaker
{
    public const int Sessions = 3;

    /// <summary>Sessions of the other region, where there is one: more than a controller has workers.</summary>
    public const int FarSessions = 6;

    /// <summary>The namespace that only the second of two releases sees.</summary>
    public const string OtherRelease = "release-b";
    private const int Pool = 30;

    /// <summary>The drift check interval of every object.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public static IEnumerable<string> Ids(Random random, int count) =>
        Enumerable.Range(0, Pool).OrderBy(_ => random.Next()).Take(count).Select(Id);

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"eni-sim{number:00}");

    public static string AnyId(Random random) => Id(random.Next(Pool));

    /// <summary>Usually one object for each session; sometimes a second one, or one for a session that does not exist.</summary>
    public static void Declare(MirrorWorld world, Random random)
    {
        for (var i = 0; i < Sessions; i++) Declare(world, $"s{i}", MirrorWorld.SessionId(i), random);
        if (world.Has(Trouble.TwoReleases)) Declare(world, "s0", MirrorWorld.SessionId(0), random, OtherRelease);
        if (random.Next(6) == 0) Declare(world, "rival", MirrorWorld.SessionId(0), random, AnyNamespace(random));
        if (random.Next(6) == 0) Declare(world, "missing", "tms-nowhere", random);
        if (!world.Has(Trouble.DeadRegion)) return;
        for (var i = 0; i < FarSessions; i++) Declare(world, $"far{i}", MirrorWorld.FarSessionId(i), random);
    }

    private static void Declare(MirrorWorld world, string name, string session, Random random, string @namespace = "default") =>
        world.Store.Declare(New(name, session, world.RegionOf(session), random, @namespace));

    /// <summary>A new object for a session that may have lost its own.</summary>
    public static void Redeclare(MirrorWorld world, Random random)
    {
        var session = random.Next(Sessions);
        var name = string.Create(CultureInfo.InvariantCulture, $"s{session}-{world.Loop.Time.Elapsed.Ticks}");
        Declare(world, name, MirrorWorld.SessionId(session), random, AnyNamespace(random));
    }

    public static string AnyNamespace(Random random) => random.Next(2) == 0 ? "default" : NamespaceRules.Another;

    public static TrafficMirrorSessionSpec Edit(TrafficMirrorSessionSpec spec, Random random) => random.Next(14) switch
    {
        < 5 => spec with { SourceIds = [.. Ids(random, random.Next(0, 20))] },
        < 8 => spec with { SourceIds = Swap(spec.SourceIds, random) },
        8 => spec with { Suspend = !(spec.Suspend ?? false) },
        9 => spec with { ManagementPolicy = Policy(random) },
        10 => spec with { Safety = Safety(random) },
        11 or 12 => spec with { DeletionPolicy = Deletion(random) },
        _ => spec with { ValidateWithDryRun = random.Next(2) == 0 },
    };

    private static TrafficMirrorSession New(string name, string sessionId, string region, Random random, string @namespace) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = @namespace },
        Spec = new TrafficMirrorSessionSpec
        {
            RegionId = region,
            TrafficMirrorSessionId = sessionId,
            SourceIds = [.. Ids(random, random.Next(0, 20))],
            ManagementPolicy = Policy(random),
            DeletionPolicy = Deletion(random),
            Safety = random.Next(2) == 0 ? Safety(random) : null,
            ValidateWithDryRun = random.Next(4) == 0,
            DriftCheckInterval = Interval,
        },
    };

    private static List<string> Swap(IReadOnlyList<string> ids, Random random) =>
        [.. ids.Skip(random.Next(4)).Append(AnyId(random)).Distinct(StringComparer.Ordinal)];

    private static ManagementPolicy? Policy(Random random) => random.Next(10) switch
    {
        0 => ManagementPolicy.AddOnly,
        1 => ManagementPolicy.Observe,
        2 => ManagementPolicy.Sync,
        _ => null,
    };

    /// <summary>The ids as they were before the edit that an operation came from.</summary>
    public static IReadOnlyList<string> TakenBack(IReadOnlyList<string> ids, OperationState operation) =>
        operation.Verb == OperationVerb.Add
        ? [.. ids.Except(operation.Ids, StringComparer.Ordinal)]
        : [.. ids.Union(operation.Ids, StringComparer.Ordinal)];

    public static DeletionPolicy? Deletion(Random random) => random.Next(4) switch
    {
        0 => null,
        1 => DeletionPolicy.Retain,
        _ => DeletionPolicy.Detach,
    };

    private static SafetySpec Safety(Random random) => new()
    {
        AllowEmpty = random.Next(2) == 0,
        MaxRemovals = random.Next(3) switch
        {
            0 => new IntOrPercent(random.Next(0, 12), false),
            1 => new IntOrPercent(random.Next(0, 101), true),
            _ => null,
        },
        MinSources = random.Next(5) == 0 ? random.Next(0, 10) : null,
        RemovalWindow = random.Next(3) switch
        {
            0 => TimeSpan.Zero,
            1 => TimeSpan.FromMinutes(random.Next(1, 20)),
            _ => null,
        },
    };
}
