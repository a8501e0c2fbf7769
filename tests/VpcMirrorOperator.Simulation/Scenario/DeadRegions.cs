using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>How a region is dead.</summary>
internal enum Death
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Calls never arrive, and nothing comes back.</summary>
    Hangs,

    /// <summary>Calls arrive, and nothing comes back.</summary>
    Mute,

    /// <summary>Nobody listens.</summary>
    Refuses,

    /// <summary>No connection comes about.</summary>
    FrozenConnect,

    /// <summary>Not dead, but each answer takes nine seconds.</summary>
    Slow,
}

/// <summary>One of the two regions dies for minutes, again and again, in one way or another.</summary>
internal sealed class DeadRegions
{
    private readonly MirrorWorld _world;
    private readonly Random _random;
    private readonly SimProcess _process;
    private string? _region;
    private Death _how;

    public DeadRegions(MirrorWorld world)
    {
        (_world, _random, _process) = (world, world.Loop.RandomFor("regions"), world.Loop.CreateProcess("regions"));
        _process.Start(LiveAndDieAsync);
    }

    public Death Of(string region) => region == _region ? _how : Death.None;

    /// <summary>Kills the far region, and leaves it dead.</summary>
    public void KillFar() => Kill(MirrorWorld.FarRegion);

    /// <summary>Brings the dead region back to life.</summary>
    public void Revive() => _region = null;

    private async Task LiveAndDieAsync()
    {
        while (true)
        {
            await Wait(20, 120);
            if (_world.IsHealed) return;
            Kill(_random.Next(4) == 0 ? MirrorWorld.Region : MirrorWorld.FarRegion);
            await Wait(30, 300);
            if (_world.IsHealed) return;
            Revive();
            _process.Trace("all regions live");
        }
    }

    private void Kill(string region)
    {
        (_region, _how) = (region, (Death)_random.Next(1, 6));
        _process.Trace($"{region}: {_how}");
    }

    private Task Wait(int from, int to) => Task.Delay(TimeSpan.FromSeconds(_random.Next(from, to)), _process.Time);
}
