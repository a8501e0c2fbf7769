using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// The account's quotas: those of a fresh account, raised ones, or none; and their codes, which nobody documents. And whether a session
/// that says that it met one is right.
/// </summary>
internal static class QuotaLimits
{
    private static readonly string?[] Codes = [null, null, "OperationDenied.NeverHeardOf", "InvalidParameter.TrafficMirrorSourceIds"];

    public static EmulatorSettings Of(Random random)
    {
        var limits = random.Next(4) switch
        {
            0 => new EmulatorSettings(),
            1 => EmulatorSettings.RaisedQuotas with { MaxSourcesPerSession = random.Next(15, 40) },
            2 => EmulatorSettings.RaisedQuotas with { MaxSourcesPerSmallTarget = 20 },
            _ => EmulatorSettings.RaisedQuotas,
        };
        // The one that nobody can have raised.
        limits = limits with { MaxSessionsPerInterface = 3 };
        return Codes[random.Next(Codes.Length)] is not { } code
            ? limits
            : limits with { SessionFullCode = code, TargetFullCode = code, InterfaceFullCode = code };
    }

    /// <summary>Whether the reason is true; null for one that is about no quota.</summary>
    public static bool? IsTrue(string? reason, MirrorWorld world, TrafficMirrorSession declared) => reason switch
    {
        // Where a raised quota is met, a number that happens to be one of a fresh account looks like that one.
        Reasons.SessionFull => IsSessionFull(world, declared) || (IsMet(world, declared) && OfSession(world, declared) == 10),
        Reasons.TargetFull => IsTargetFull(world, declared) || (IsMet(world, declared) && OfTarget(world, declared) is 20 or 200),
        Reasons.QuotaExceeded => IsMet(world, declared),
        Reasons.CloudRefused => IsUnclear(world, declared),
        Reasons.InterfaceFull => declared.Status!.RejectedSources.All(source => IsUsedUp(world, declared, source.Id)),
        _ => null,
    };

    /// <summary>Whether an interface is in as many other sessions as it can be.</summary>
    public static bool IsUsedUp(MirrorWorld world, TrafficMirrorSession declared, string id) => world.SessionsBeside(declared)
        .Count(session => session.Sources.Contains(id)) >= world.Cloud.Settings.MaxSessionsPerInterface;

    /// <summary>Whether a quota is met that was raised, with a code that does not speak of quotas: nobody can know it for one.</summary>
    public static bool IsUnclear(MirrorWorld world, TrafficMirrorSession declared) =>
        world.Cloud.Settings.SessionFullCode != new EmulatorSettings().SessionFullCode && IsMet(world, declared);

    private static bool IsMet(MirrorWorld world, TrafficMirrorSession declared) =>
        IsSessionFull(world, declared) || IsTargetFull(world, declared)
        || declared.Spec.SourceIds.Any(id => IsUsedUp(world, declared, id));

    private static bool IsSessionFull(MirrorWorld world, TrafficMirrorSession declared) =>
        OfSession(world, declared) >= world.Cloud.Settings.MaxSourcesPerSession;

    private static bool IsTargetFull(MirrorWorld world, TrafficMirrorSession declared) =>
        OfTarget(world, declared) >= world.Cloud.Settings.MaxSourcesPerSmallTarget;

    private static int OfSession(MirrorWorld world, TrafficMirrorSession declared) => world.Session(declared)?.Sources.Count ?? 0;

    /// <summary>All sessions of a region have one target.</summary>
    private static int OfTarget(MirrorWorld world, TrafficMirrorSession declared) =>
        world.SessionsBeside(declared).Sum(session => session.Sources.Count) + OfSession(world, declared);
}
