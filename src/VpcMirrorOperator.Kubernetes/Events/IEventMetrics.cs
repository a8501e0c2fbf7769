namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>What an <see cref="EventRecorder"/> reports about itself. Called from any thread; must be quick and must not throw.</summary>
public interface IEventMetrics
{
    /// <summary>Events were dropped.</summary>
    /// <param name="loss">Why.</param>
    /// <param name="count">How many, one or more.</param>
    void Dropped(EventLoss loss, int count);
}
