using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;

/// <summary>A policy as the API server hands it out.</summary>
internal static class GivenPolicy
{
    public static TrafficMirrorPolicy With(Func<TrafficMirrorPolicySpec, TrafficMirrorPolicySpec>? change = null) => new()
    {
        Metadata = new ObjectMeta { Namespace = "ids", Name = "shop", Uid = "uid-policy", Generation = 3 },
        Spec = (change ?? (spec => spec))(PolicyRig.Spec()),
    };

    public static TrafficMirrorPolicy Template(Func<SessionTemplate, SessionTemplate> change) =>
        With(spec => spec with { SessionTemplate = change(spec.SessionTemplate) });
}
