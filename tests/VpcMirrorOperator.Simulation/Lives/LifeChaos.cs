using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Scenario;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// Everything that goes wrong, and everybody who interferes, at random times, by the profile of the world. Ends by itself, and heals what
/// it can.
/// </summary>
internal sealed class LifeChaos(LifeWorld world, Random random)
{
    private readonly List<SimProcess> _operators = [];
    private TimeSpan _downUntil;

    public async Task RunAsync(TimeSpan length)
    {
        var events = new LifeEvents(world, random);
        Follow(world.StartOperator());
        var end = world.Loop.Time.Elapsed + length;
        while (world.Loop.Time.Elapsed < end)
        {
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * 25), world.Loop.Time);
            if (random.Next(2) == 0) Trouble();
            else events.One();
        }

        Heal();
        await BeUpAsync();
        await events.EndAsync();
    }

    private void Trouble()
    {
        switch (random.Next(12))
        {
            case < 4: Crash(); break;
            case 4: if (_operators.Count == 1) Follow(world.StartOperator()); break;
            case 5: Operator()?.Pause(TimeSpan.FromSeconds(random.Next(1, 60))); break;
            case 6: Down(); break;
            case < 9: world.SetNetwork(NetworkTrouble.Some(random)); break;
            case 9: world.StoreFailureRate = random.NextDouble() * 0.3; break;
            default: world.Cloud.Faults.Add(Fault()); break;
        }
    }

    private void Crash() => Operator()?.KillAfterSteps(random.Next(1, 300));

    /// <summary>No operator for minutes: past the time for which a Create is repeated, and past the life of a token.</summary>
    private void Down()
    {
        if (random.Next(3) > 0) return;
        _downUntil = world.Loop.Time.Elapsed + TimeSpan.FromMinutes(random.Next(1, 13));
        foreach (var process in _operators.ToList()) process.Kill();
    }

    private void Follow(SimProcess process)
    {
        _operators.Add(process);
        process.Died += () =>
        {
            _operators.Remove(process);
            if (_operators.Count == 0) _ = BeUpAsync();
        };
    }

    private async Task BeUpAsync()
    {
        while (!world.IsHealed && world.Loop.Time.Elapsed < _downUntil) await Task.Delay(TimeSpan.FromSeconds(5), world.Loop.Time);
        if (_operators.Count == 0) Follow(world.StartOperator());
    }

    private void Heal()
    {
        world.Loop.Trace.Add("chaos", "healed");
        world.IsHealed = true;
        foreach (var process in _operators) process.KillAfterSteps(int.MaxValue);
        world.Cloud.Faults.Clear();
        world.SetNetwork(Network.SeededFaults.None);
        world.StoreFailureRate = 0;
        world.Cloud.SetOverdue(LifeCloud.Account, false);
    }

    private FaultRule Fault() => new()
    {
        Kind = Any([.. Enum.GetValues<FaultKind>().Where(kind => kind != FaultKind.VanishedInterface)]),
        Times = random.Next(1, 4),
        RetryAfterMs = random.Next(2) == 0 ? random.Next(1, 5000) : null,
        NetworkInterface = null,
    };

    private SimProcess? Operator() => _operators.Count == 0 ? null : Any(_operators);

    private T Any<T>(List<T> list) => list[random.Next(list.Count)];
}
