using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Children;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Regions;
using VpcMirrorOperator.Kinds.Policies.Schedules;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>What a policy declares of its packing, with the defaults filled in. Pure.</summary>
internal static class DeclaredPacking
{
    /// <summary>The declaration.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="filterId">Its filter; null when that is missing or not ready.</param>
    /// <param name="interfaces">The region's interfaces: a target that is one of them and is gone is lost (rule P9).</param>
    /// <param name="schedule">What its schedule says.</param>
    public static PackingPolicy Of(TrafficMirrorPolicy policy, string? filterId, InterfaceView? interfaces, CaptureState schedule)
    {
        var (spec, template) = (policy.Spec, policy.Spec.SessionTemplate);
        return new PackingPolicy
        {
            Namespace = policy.Metadata.Namespace,
            Name = policy.Metadata.Name,
            Uid = policy.Metadata.Uid,
            Targets =
            [
                .. spec.Targets.Where(target => interfaces is null || !IsLost(target, interfaces))
                    .Select(target => new PackingTarget(target.Type, target.Id, target.Capacity(), target.ZoneId, target.VirtualNetworkId)),
            ],
            Priorities = template.Priorities,
            SessionSize = spec.SessionSize(),
            Shape = new SessionShape
            {
                FilterId = filterId,
                PacketLength = template.PacketLength,
                IsEnabled = template.Enabled ?? true,
                Rest = ChildRest.Of(template, policy.Metadata.Name),
            },
            DeletionPolicy = spec.OnDeletion(),
            Mode = ChildModes.Of(spec.Suspend, spec.ManagementPolicy),
            SkipsShared = spec.SkipsShared(),
            IsOpen = schedule != CaptureState.Closed,
            PrefersSameZone = spec.Placement == Placement.PreferSameZone,
            MaxInterfaces = spec.Limits?.MaxInterfaces,
            HandedDown = HandedDown.Of(policy.Metadata.Annotations),
        };
    }

    private static bool IsLost(PolicyTarget target, InterfaceView interfaces) =>
        target.Type == PolicyDefaults.InterfaceTarget && interfaces.IsConfirmed && interfaces.Find(target.Id) is null;
}
