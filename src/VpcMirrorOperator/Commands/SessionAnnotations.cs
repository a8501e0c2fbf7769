using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Commands;

/// <summary>Annotations as commands set them. Pure.</summary>
internal static class SessionAnnotations
{
    /// <summary>The object with one annotation set, and all others as they are.</summary>
    public static TrafficMirrorSession Annotated(this TrafficMirrorSession session, string name, string value) => session with
    {
        Metadata = session.Metadata with
        {
            Annotations = new Dictionary<string, string>(session.Metadata.Annotations) { [name] = value },
        },
    };
}
