using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Api.TrafficMirrorSessions;

/// <summary>Objects as an API server would hand them out.</summary>
internal static class Declared
{
    public static TrafficMirrorSession At(string version) => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = "web", Uid = "u1", ResourceVersion = version, Generation = 1 },
        Spec = new TrafficMirrorSessionSpec { RegionId = "cn-hangzhou", TrafficMirrorSessionId = "tms-1", SourceIds = ["eni-1"] },
    };

    public static TrafficMirrorSession With(Func<ObjectMeta, ObjectMeta> change)
    {
        var session = At("1");
        return session with { Metadata = change(session.Metadata) };
    }
}
