using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Children;

/// <summary>Makes session objects of what the packing function decided. Pure.</summary>
internal static class ChildMaker
{
    /// <summary>Label of every child: the name of its policy. It finds them for people; the operator goes by the owner.</summary>
    public const string PolicyLabel = "vpcmirror.io/policy";

    /// <summary>The guard of the policy decides; that of a child must not hold a legitimate repack (rule P17).</summary>
    private static readonly SafetySpec NoGuard = new() { AllowEmpty = true, MaxRemovals = new IntOrPercent(100, IsPercent: true) };

    /// <summary>A new child.</summary>
    /// <param name="policy">Its policy.</param>
    /// <param name="create">What was decided.</param>
    /// <param name="targetType">The type of its target.</param>
    /// <param name="hasSession">
    /// Whether there is a session for it already: then it is held from the start, and whatever was attempted before it is looked for. For a
    /// new name nothing was, and the session reconciler holds it before its first Create (rules S3 and P16).
    /// </param>
    public static TrafficMirrorSession Make(TrafficMirrorPolicy policy, CreateChild create, string targetType, bool hasSession)
    {
        var metadata = new ObjectMeta
        {
            Namespace = create.Key.Namespace,
            Name = create.Key.Name,
            Labels = new Dictionary<string, string> { [PolicyLabel] = policy.Metadata.Name },
            Annotations = AnnotationsOf(new Dictionary<string, string>(), policy, create.Spec, create.IsClosing),
            Finalizers = hasSession || create.IsClosing ? [Finalizers.Detach] : [],
            OwnerReferences = [OwnerOf(policy)],
        };
        var spec = new TrafficMirrorSessionSpec
        {
            RegionId = policy.Spec.RegionId,
            Session = new SessionDeclaration
            {
                Name = ChildRest.NameOf(policy.Spec.SessionTemplate, policy.Metadata.Name, create.Key),
                Target = new SessionTarget { Type = targetType, Id = create.Spec.TargetId },
                ResourceGroupId = policy.Spec.SessionTemplate.ResourceGroupId,
            },
            SourceIds = [],
            Safety = NoGuard,
        };
        return Put(new TrafficMirrorSession { Metadata = metadata, Spec = spec }, policy, create.Spec);
    }

    /// <summary>A child as it is to be.</summary>
    public static TrafficMirrorSession Change(TrafficMirrorSession read, TrafficMirrorPolicy policy, ChildSpec spec) =>
        Put(read, policy, spec) with
        {
            Metadata = read.Metadata with { Annotations = AnnotationsOf(read.Metadata.Annotations, policy, spec, isClosing: false) },
        };

    /// <summary>A child with another mode and nothing else (rule P17).</summary>
    public static TrafficMirrorSession WithMode(TrafficMirrorSession read, PolicyMode mode) => read with
    {
        Spec = read.Spec with
        {
            Suspend = mode == PolicyMode.Suspended ? true : null, ManagementPolicy = ChildModes.PolicyOf(mode),
        },
    };

    /// <summary>A child with a mark that is never taken back (rule P18).</summary>
    public static TrafficMirrorSession Closing(TrafficMirrorSession read) => read with
    {
        Metadata = read.Metadata with
        {
            Annotations = new Dictionary<string, string>(read.Metadata.Annotations) { [Annotations.Closing] = "true" },
        },
    };

    private static TrafficMirrorSession Put(TrafficMirrorSession child, TrafficMirrorPolicy policy, ChildSpec spec)
    {
        var template = policy.Spec.SessionTemplate;
        return WithMode(child, spec.Mode) with
        {
            Spec = WithMode(child, spec.Mode).Spec with
            {
                SourceIds = [.. spec.Sources.Order(StringComparer.Ordinal)],
                DeletionPolicy = spec.DeletionPolicy,
                Session = child.Spec.Session! with
                {
                    Name = ChildRest.NameOf(template, policy.Metadata.Name, child.Key()),
                    FilterId = spec.Shape.FilterId,
                    Priority = spec.Priority,
                    VirtualNetworkId = spec.Shape.VirtualNetworkId,
                    PacketLength = spec.Shape.PacketLength,
                    Enabled = spec.Shape.IsEnabled,
                    Tags = template.Tags,
                },
            },
        };
    }

    private static Dictionary<string, string> AnnotationsOf(
        IReadOnlyDictionary<string, string> former, TrafficMirrorPolicy policy, ChildSpec spec, bool isClosing)
    {
        var annotations = new Dictionary<string, string>(former)
        {
            [Annotations.Packed] = ChildIds.Write(spec.Sources),
            [Annotations.Term] = spec.Term.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in HandedDown.Of(policy.Metadata.Annotations)) annotations[name] = value;
        if (isClosing) annotations[Annotations.Closing] = "true";
        if (spec.RemoveFirst.Count > 0) annotations[Annotations.RemoveFirst] = ChildIds.Write(spec.RemoveFirst);
        else annotations.Remove(Annotations.RemoveFirst);
        return annotations;
    }

    private static OwnerReference OwnerOf(TrafficMirrorPolicy policy) => new()
    {
        ApiVersion = TrafficMirrorPolicy.GroupVersion,
        Kind = TrafficMirrorPolicy.KindName,
        Name = policy.Metadata.Name,
        Uid = policy.Metadata.Uid,
        Controller = true,
        BlockOwnerDeletion = true,
    };
}
