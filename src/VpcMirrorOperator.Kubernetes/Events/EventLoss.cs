namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>Why an event does not reach the API server.</summary>
public enum EventLoss
{
    /// <summary>Too many waited at once.</summary>
    QueueFull,

    /// <summary>Too many about one object.</summary>
    ObjectFloods,

    /// <summary>The API server did not take it.</summary>
    NotStored,
}
