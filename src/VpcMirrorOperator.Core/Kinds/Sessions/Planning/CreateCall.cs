using System.Collections.Immutable;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>The Create call of a declared session, whole (rules S1, S4 and S7). Pure.</summary>
internal static class CreateCall
{
    private static readonly string[] OfEachAttempt = ["ClientToken", "DryRun", "RegionId"];

    /// <summary>The fields of <c>spec.session</c> that a Create needs and that are missing; empty when it can be made.</summary>
    public static IReadOnlyList<string> Missing(SessionDeclaration? declared)
    {
        var missing = new List<string>();
        if (declared?.Target is null) missing.Add("target");
        if (declared?.Priority is null) missing.Add("priority");
        if (declared?.FilterId is null) missing.Add("filterId");
        return missing;
    }

    /// <summary>The parameters to record.</summary>
    /// <param name="declared">What is declared, with nothing missing.</param>
    /// <param name="region">The region.</param>
    /// <param name="identity">Who creates it.</param>
    /// <param name="sources">The sources of the first call.</param>
    public static IReadOnlyDictionary<string, string> Parameters(
        SessionDeclaration declared, string region, ObjectIdentity identity, ImmutableArray<string> sources)
    {
        var parameters = new RpcParameters();
        Request(declared, region, identity, sources).WriteParameters(parameters);
        return OperationState.Recorded(parameters.Items.Where(p => !OfEachAttempt.Contains(p.Key)));
    }

    private static CreateTrafficMirrorSessionRequest Request(
        SessionDeclaration declared, string region, ObjectIdentity identity, ImmutableArray<string> sources) => new()
        {
            RegionId = region,
            TrafficMirrorFilterId = declared.FilterId!,
            TrafficMirrorTargetId = declared.Target!.Id,
            TrafficMirrorTargetType = declared.Target.Type,
            Priority = declared.Priority!.Value,
            TrafficMirrorSourceIds = sources,
            VirtualNetworkId = declared.VirtualNetworkId,
            PacketLength = declared.PacketLength,
            Enabled = declared.Enabled ?? true,
            TrafficMirrorSessionName = declared.Name,
            TrafficMirrorSessionDescription = declared.Description,
            ResourceGroupId = declared.ResourceGroupId,
            Tag = [.. IdentityTags.Of(identity), .. UserTags(declared)],
        };

    private static IEnumerable<ResourceTag> UserTags(SessionDeclaration declared) =>
        (declared.Tags ?? ImmutableDictionary<string, string>.Empty)
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new ResourceTag { Key = tag.Key, Value = tag.Value });
}
