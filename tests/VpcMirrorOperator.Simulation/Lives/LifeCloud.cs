using System.Collections.Immutable;
using System.Net;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>The account as it is before the operator comes: somebody's filter, and sessions of somebody that use it.</summary>
internal static class LifeCloud
{
    public const string Account = "sim";
    public const string Region = "cn-hangzhou";
    public const string FilterId = "tmf-there";

    /// <summary>The session that objects adopt.</summary>
    public const string SessionId = "tms-there";

    /// <summary>A source that does not exist.</summary>
    public const string BadSource = "eni-sim99";

    private static readonly string[] Sources = ["eni-sim00", "eni-sim01"];

    public static EmulatorSeed Seed(LifeProfile profile, Random random) => new()
    {
        Settings = EmulatorSettings.RaisedQuotas with
        {
            ModifyDuration = TimeSpan.FromSeconds(random.Next(1, 12)),
            ModifyJitter = TimeSpan.FromSeconds(random.Next(0, 5)),
            StaleAfterWrite = TimeSpan.FromSeconds(random.Next(0, 4)),
            TagDelay = TimeSpan.FromSeconds(random.Next(3) == 0 ? random.Next(0, 55) : random.Next(0, 5)),
            ApplyAt = random.Next(3) == 0 ? ApplyAt.Start : ApplyAt.End,
            MaxSourcesPerAdd = random.Next(4) == 0 ? 1 : 10,
            TokenProcessing = TimeSpan.FromSeconds(random.Next(0, 3)),
            // Deletion after overdue payment within the run; in all other profiles nothing is overdue.
            ArrearsGrace = TimeSpan.FromMinutes(profile == LifeProfile.Arrears ? random.Next(4, 9) : 6),
        },
        NetworkInterfaces = new NetworkInterfaceSeed { Deleted = [BadSource] },
        Accounts = [new AccountSeed(Account, Scenario.MirrorWorld.AccessKey, Scenario.MirrorWorld.Secret, null, [Known()])],
    };

    private static RegionSeed Known() => new(Region, true, [Session(SessionId, 100), Session("tms-other", 101)])
    {
        Filters =
        [
            new FilterSeed
            {
                Id = FilterId,
                Rules =
                [
                    new RuleSeed { Id = "tmr-there1", Priority = 10, SourceCidrBlock = IPNetwork.Parse("10.0.1.0/24") },
                    new RuleSeed { Id = "tmr-there2", Priority = 20 },
                    new RuleSeed { Id = "tmr-there3", Priority = 10, Direction = TrafficDirection.Egress },
                ],
            },
            new FilterSeed { Id = "tmf-other", Rules = [new RuleSeed { Id = "tmr-other", Priority = 1 }] },
        ],
    };

    private static SessionSeed Session(string id, int priority) => new()
    {
        Id = id, Priority = priority, FilterId = FilterId, Sources = [.. Sources],
        Tags = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("team", "net")]),
    };
}
