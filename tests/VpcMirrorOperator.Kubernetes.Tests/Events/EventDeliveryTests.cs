using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Events;

/// <summary>What happens when the server does not take an event.</summary>
public sealed class EventDeliveryTests : IDisposable
{
    private readonly EventRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_server_that_fails_is_tried_again_every_ten_seconds_up_to_twelve_times()
    {
        _rig.Kube.Server.Otherwise = _ => ScriptedServer.Error(500, "InternalError");
        _rig.Run();
        _rig.Record("Added", "note");
        _rig.Kube.Advance(9.9);
        Assert.Single(_rig.Kube.Server.Requests);
        _rig.Kube.Advance(300);
        Assert.Equal((12, 1L), (_rig.Kube.Server.Requests.Count, _rig.Recorder.Dropped));
        Assert.Contains(_rig.Kube.Log.Lines, l => l.Id == 401);
    }

    [Fact]
    public void A_refused_event_is_dropped_at_once_and_the_next_one_goes_on()
    {
        _rig.Kube.Server.Then(ScriptedServer.Error(403, "Forbidden"));
        _rig.Run();
        _rig.Record("Added", "refused");
        _rig.Record("Added", "taken");
        Assert.Equal((2, 1L), (_rig.Kube.Server.Requests.Count, _rig.Recorder.Dropped));
    }
}
