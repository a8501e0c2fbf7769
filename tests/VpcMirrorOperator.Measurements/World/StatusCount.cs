using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>Counts the objects that are Ready, as they come by.</summary>
internal sealed class StatusCount
{
    private readonly HashSet<ObjectKey> _ready = [];
    private TaskCompletionSource? _reached;
    private int _target;

    /// <summary>Takes over a change.</summary>
    public void See(TrafficMirrorSession? old, TrafficMirrorSession? current)
    {
        lock (_ready)
        {
            if (current?.Status is not { } status || !Conditions.IsTrue(status.Conditions, ConditionTypes.Ready)) return;
            _ready.Add(current.Key());
            if (_ready.Count >= _target) _reached?.TrySetResult();
        }
    }

    /// <summary>Ends when so many objects have been seen Ready.</summary>
    /// <exception cref="TimeoutException">Not within ten minutes.</exception>
    public Task ReachAsync(int count)
    {
        lock (_ready)
        {
            if (_ready.Count >= count) return Task.CompletedTask;
            (_target, _reached) = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _reached.Task.WaitAsync(TimeSpan.FromMinutes(10), TimeProvider.System);
        }
    }
}
