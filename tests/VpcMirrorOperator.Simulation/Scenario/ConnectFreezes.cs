using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Machines that stand still while the connection for a write is being made. The request leaves when they go on, if it leaves.
/// </summary>
internal sealed class ConnectFreezes
{
    private readonly MirrorWorld _world;
    private readonly Random _random;

    public ConnectFreezes(MirrorWorld world)
    {
        (_world, _random) = (world, world.Loop.RandomFor("freezes"));
        world.Network.Connecting += Connecting;
    }

    private void Connecting(SimHttpRequest request)
    {
        if (_world.IsHealed || WireWrite.Of(request) is null || _random.Next(6) > 0) return;
        _world.Process(request.Client)?.Pause(TimeSpan.FromSeconds(_random.Next(5, 60)));
    }
}
