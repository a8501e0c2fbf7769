using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>Counts the objects that are Ready, as they come by.</summary>
internal sealed class StatusCount
{
    private readonly HashSet<ObjectKey> ready = [];
    private TaskCompletionSource? reached;
    private int target;

    /// <summary>Takes over a change.</summary>
    public void See(TrafficMirrorSession? old, TrafficMirrorSession? current)
    {
        lock (ready)
        {
            if (current?.Status is not { } status || !Conditions.IsTrue(status.Conditions, ConditionTypes.Ready)) return;
            ready.Add(current.Key());
            if (ready.Count >= target) reached?.TrySetResult();
        }
    }

    /// <summary>Ends when so many objects have been seen Ready.</summary>
    /// <exception cref="TimeoutException">Not within ten minutes.</exception>
    public Task ReachAsync(int count)
    {
        lock (ready)
        {
            if (ready.Count >= count) return Task.CompletedTask;
            (target, reached) = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return reached.Task.WaitAsync(TimeSpan.FromMinutes(10), TimeProvider.System);
        }
    }
}
