namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>Who reports the events of an <see cref="EventRecorder"/>.</summary>
public sealed record EventRecorderOptions
{
    /// <summary>The controller: a qualified name, for example <c>example.com/controller</c>.</summary>
    public required string Controller { get; init; }

    /// <summary>Which instance of it: the pod's name; at most 128 characters.</summary>
    public required string Instance { get; init; }
}
