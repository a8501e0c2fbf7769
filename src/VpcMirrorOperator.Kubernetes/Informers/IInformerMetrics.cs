namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>What an <see cref="Informer{T}"/> reports about itself. Called from any thread; must be quick and must not throw.</summary>
public interface IInformerMetrics
{
    /// <summary>A complete list has been taken over.</summary>
    /// <param name="objects">Objects in it.</param>
    void Listed(int objects);

    /// <summary>A watch has begun.</summary>
    void WatchStarted();

    /// <summary>An event of a watch has been taken over; bookmarks are not counted.</summary>
    void EventSeen();

    /// <summary>A list or a watch failed and will be tried again.</summary>
    void Failed();

    /// <summary>An object could not be read and was skipped.</summary>
    void Undecodable();
}
