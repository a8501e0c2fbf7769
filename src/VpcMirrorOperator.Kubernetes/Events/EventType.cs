namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>The two types of event that Kubernetes knows.</summary>
public enum EventType
{
    /// <summary>Something happened as it should.</summary>
    Normal,

    /// <summary>Somebody may have to do something.</summary>
    Warning,
}
