using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>Everything that goes wrong, and everybody who interferes, at random times. Ends by itself, and heals what it can.</summary>
internal sealed class Chaos(MirrorWorld world, Random random)
{
    private readonly List<SimProcess> _operators = [];

    public async Task RunAsync(TimeSpan length)
    {
        Follow(world.StartOperator());
        if (world.Has(Trouble.FrozenConnect)) SplitBrain();
        if (world.Has(Trouble.TwoReleases)) FollowOther(world.StartOperator(ofOtherRelease: true));
        var end = world.Loop.Time.Elapsed + length;
        while (world.Loop.Time.Elapsed < end)
        {
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * 40), world.Loop.Time);
            One();
        }
        Heal();
    }

    private void One()
    {
        switch (random.Next(25))
        {
            case < 6: EditSpec(); break;
            case < 9: Foreign(); break;
            case 9: Approve(); break;
            case < 12: Crash(); break;
            case 12: SplitBrain(); break;
            case 13: Operator().Pause(TimeSpan.FromSeconds(random.Next(1, 60))); break;
            case 14: world.Cloud.DeleteNetworkInterface(SpecMaker.AnyId(random)); break;
            case 15: SetEnabled(AnySession(), random.Next(2) == 0); break;
            case 16: SetBusinessStatus(AnySession(), AnyStatus()); break;
            case 17: world.Cloud.SetServiceOpened(MirrorWorld.Account, MirrorWorld.Region, random.Next(2) == 0); break;
            case 18: world.SetNetwork(NetworkTrouble.Some(random)); break;
            case 19: world.StoreFailureRate = random.NextDouble() * 0.3; break;
            case 20: Delete(); break;
            case 21: SpecMaker.Redeclare(world, random); break;
            default: world.Cloud.Faults.Add(Fault()); break;
        }
    }

    private void EditSpec()
    {
        if (world.Store.Objects.Count == 0) return;
        var declared = Any([.. world.Store.Objects]);
        world.Store.EditSpec(declared.Key(), spec => SpecMaker.Edit(spec, random));
        world.Loop.Trace.Add("user", $"edited {declared.Key()}");
    }

    private void Delete()
    {
        if (world.Store.Objects.Count == 0) return;
        var declared = Any([.. world.Store.Objects]);
        world.Loop.Trace.Add("user", $"deletes {declared.Key()} {declared.Spec.DeletionPolicy}");
        world.Store.Delete(declared.Key());
    }

    private void Approve()
    {
        foreach (var held in world.Store.Objects.Where(o => o.Status is { } s && Conditions.IsTrue(s.Conditions, ConditionTypes.SafetyHold))
            .ToList())
            if (held.Status?.Plan?.Hash is { } hash) world.Store.Annotate(held.Key(), Annotations.ApprovedPlan, hash);
    }

    private void Foreign()
    {
        string[] ids = [.. SpecMaker.Ids(random, random.Next(1, 4))];
        var (isAdd, session) = (random.Next(2) == 0, AnySession());
        var code = isAdd
            ? world.Cloud.ForeignAdd(MirrorWorld.Account, world.RegionOf(session), session, ids)
            : world.Cloud.ForeignRemove(MirrorWorld.Account, world.RegionOf(session), session, ids);
        world.Loop.Trace.Add("foreign", code);
    }

    private void Crash() => Operator().KillAfterSteps(random.Next(1, 400));

    private void SplitBrain()
    {
        if (_operators.Count < 2) Follow(world.StartOperator());
    }

    private void Follow(SimProcess process)
    {
        _operators.Add(process);
        process.Died += () =>
        {
            _operators.Remove(process);
            if (_operators.Count == 0) Follow(world.StartOperator());
        };
    }

    /// <summary>The other release has one process at a time.</summary>
    private void FollowOther(SimProcess process)
    {
        process.Died += () => FollowOther(world.StartOperator(ofOtherRelease: true));
        if (random.Next(2) == 0) process.KillAfterSteps(random.Next(1, 4000));
    }

    private void Heal()
    {
        world.Loop.Trace.Add("chaos", "healed");
        world.IsHealed = true;
        world.Cloud.Faults.Clear();
        world.CalmNetwork();
        world.StoreFailureRate = 0;
        world.Cloud.SetServiceOpened(MirrorWorld.Account, MirrorWorld.Region, true);
        for (var i = 0; i < SpecMaker.Sessions; i++)
        {
            SetEnabled(MirrorWorld.SessionId(i), true);
            SetBusinessStatus(MirrorWorld.SessionId(i), BusinessStatus.Normal);
        }
    }

    private void SetEnabled(string session, bool enabled) =>
        world.Cloud.SetEnabled(MirrorWorld.Account, world.RegionOf(session), session, enabled);

    private void SetBusinessStatus(string session, BusinessStatus status) =>
        world.Cloud.SetBusinessStatus(MirrorWorld.Account, world.RegionOf(session), session, status);

    private FaultRule Fault() => new()
    {
        Kind = Any(Enum.GetValues<FaultKind>()),
        Times = random.Next(1, 6),
        RetryAfterMs = random.Next(2) == 0 ? random.Next(1, 5000) : null,
        NetworkInterface = null,
    };

    private SimProcess Operator() => Any(_operators);

    private string AnySession() => MirrorWorld.SessionId(random.Next(SpecMaker.Sessions));

    private BusinessStatus AnyStatus() => random.Next(3) == 0 ? BusinessStatus.FinancialLocked : BusinessStatus.Normal;

    private T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
