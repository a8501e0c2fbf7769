using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>Random but sensible declarations and edits of both kinds.</summary>
internal sealed class LifeMaker(Random random)
{
    /// <summary>The drift check interval of every object.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private static readonly string[] Targets = ["eni-target1", "eni-target2", "eni-target3"];

    public static SessionTarget Target(int number) => new() { Type = "NetworkInterface", Id = Targets[number % Targets.Length] };

    public SessionTarget AnyTarget() => Target(random.Next(Targets.Length));

    public IReadOnlyList<string> Sources() =>
    [
        .. Enumerable.Range(0, 8).OrderBy(_ => random.Next()).Take(random.Next(1, 6)).Select(Id), .. random.Next(8) == 0
            ? [LifeCloud.BadSource] : (string[])[],
    ];

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"eni-sim{number:00}");

    /// <summary>An object that creates its session.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="priority">The session's.</param>
    /// <param name="filter">The object of its filter; null: it names somebody's filter by id.</param>
    public TrafficMirrorSession Session(string name, int priority, string? filter = null) => new()
    {
        Metadata = Meta(name),
        Spec = new TrafficMirrorSessionSpec
        {
            RegionId = LifeCloud.Region,
            Session = new SessionDeclaration
            {
                Target = Target(0),
                Priority = priority,
                FilterRef = filter is null ? null : new FilterObjectRef { Name = filter },
                FilterId = filter is null ? LifeCloud.FilterId : null,
                Name = random.Next(2) == 0 ? $"session {name}" : null,
                PacketLength = random.Next(3) == 0 ? 500 : null,
                Tags = random.Next(4) == 0 ? new Dictionary<string, string> { ["env"] = "prod" } : null,
            },
            SourceIds = Sources(),
            DeletionPolicy = random.Next(6) switch
            {
                < 2 => DeletionPolicy.Retain, 2 => DeletionPolicy.Detach, _ => DeletionPolicy.Delete,
            },
            ManagementPolicy = random.Next(10) == 0 ? ManagementPolicy.AddOnly : null,
            Safety = Safety(),
            DriftCheckInterval = Interval,
        },
    };

    /// <summary>An object that adopts somebody's session.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="session">What it declares of it; null for nothing.</param>
    /// <param name="id">The session's id.</param>
    public TrafficMirrorSession Adopted(string name, SessionDeclaration? session, string id = LifeCloud.SessionId) => new()
    {
        Metadata = Meta(name),
        Spec = new TrafficMirrorSessionSpec
        {
            RegionId = LifeCloud.Region, TrafficMirrorSessionId = id, Session = session, SourceIds = Sources(), Safety = Safety(),
            DeletionPolicy = random.Next(3) == 0 ? DeletionPolicy.Detach : null, DriftCheckInterval = Interval,
        },
    };

    /// <summary>Nothing, a part, or all of a session.</summary>
    public SessionDeclaration? Part() => random.Next(3) switch
    {
        0 => null,
        1 => new SessionDeclaration { VirtualNetworkId = 7 },
        _ => new SessionDeclaration
        {
            Target = Target(1), FilterId = LifeCloud.FilterId, Priority = 102, PacketLength = 900, Enabled = true, Name = "adopted",
            Description = "one that was there",
        },
    };

    /// <summary>A filter; with an id one that exists.</summary>
    public TrafficMirrorFilter Filter(string name, string? id) => new()
    {
        Metadata = Meta(name),
        Spec = new TrafficMirrorFilterSpec
        {
            RegionId = LifeCloud.Region,
            TrafficMirrorFilterId = id,
            Filter = id is null ? new FilterDeclaration { Name = $"filter {name}" } : null,
            IngressRules = Rules(),
            EgressRules = id is not null || random.Next(2) == 0 ? null : Rules(),
            DeletionPolicy = id is not null ? null : random.Next(3) == 0 ? FilterDeletionPolicy.Retain : FilterDeletionPolicy.Delete,
            Safety = new FilterSafetySpec { AllowEmpty = random.Next(3) == 0 },
            DriftCheckInterval = Interval,
        },
    };

    /// <summary>A list of rules with different numbers, the last of which accepts.</summary>
    public IReadOnlyList<RuleSpec> Rules() =>
    [
        .. Enumerable.Range(1, 9).OrderBy(_ => random.Next()).Take(random.Next(0, 6)).Order().Select(AnyRule),
        new RuleSpec { Priority = 10, Action = RuleAction.Accept },
    ];

    public RuleSpec AnyRule(int priority) => new()
    {
        Priority = priority,
        Action = random.Next(2) == 0 ? RuleAction.Accept : RuleAction.Drop,
        Protocol = random.Next(2) == 0 ? RuleProtocol.Tcp : null,
        SourceCidrBlock = string.Create(CultureInfo.InvariantCulture, $"10.0.{random.Next(4)}.0/24"),
    };

    /// <summary>Another list of rules: two swap numbers, one comes, one goes, one changes, or all are new.</summary>
    public IReadOnlyList<RuleSpec> Edit(IReadOnlyList<RuleSpec>? rules)
    {
        if (rules is not { Count: > 0 } || random.Next(6) == 0) return Rules();
        var list = rules.ToList();
        var (one, other) = (random.Next(list.Count), random.Next(list.Count));
        var free = Enumerable.Range(1, 12).FirstOrDefault(number => list.TrueForAll(rule => rule.Priority != number));
        switch (random.Next(4))
        {
            case 0: (list[one], list[other]) = (Numbered(list[one], list[other]), Numbered(list[other], list[one])); break;
            case 1 when free > 0: list.Add(AnyRule(free)); break;
            case 2 when list.Count > 1: list.RemoveAt(one); break;
            default: list[one] = AnyRule(list[one].Priority); break;
        }

        return [.. list.OrderBy(rule => rule.Priority)];
    }

    private static RuleSpec Numbered(RuleSpec rule, RuleSpec as1) => rule with { Priority = as1.Priority };

    private SafetySpec Safety() => new()
    {
        AllowEmpty = true,
        MaxRemovals = random.Next(5) == 0 ? new IntOrPercent(0, false) : new IntOrPercent(100, true),
    };

    private static ObjectMeta Meta(string name) => new() { Name = name, Namespace = LifeWorld.OwnNamespace };
}
