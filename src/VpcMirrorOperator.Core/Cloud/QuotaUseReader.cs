using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Looks up how far quotas are used: two lists of sessions, by source and by target. Only for an add of one source that was refused, so a
/// few times in ten minutes.
/// </summary>
/// <param name="cloud">The account.</param>
internal sealed class QuotaUseReader(RpcClient cloud)
{
    /// <summary>A target takes 500 sources at most, so more sessions with it, which have one or more, are no answer.</summary>
    private const int MaxPages = 10;

    /// <summary>What is used.</summary>
    /// <param name="regionId">The region.</param>
    /// <param name="source">The network interface that was to be added.</param>
    /// <param name="target">The session's target; null when the cloud did not name it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the cloud does not say: it is a help to explain a refusal, no more.</returns>
    public async Task<QuotaUse?> FindAsync(string regionId, string source, string? target, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ListTrafficMirrorSessionsRequest { RegionId = regionId };
            var ofSource = await ReadAsync(request with { TrafficMirrorSourceId = source }, cancellationToken);
            var ofTarget = target is null ? [] : await ReadAsync(request with { TrafficMirrorTargetId = target }, cancellationToken);
            return Of(source, target, ofSource, ofTarget);
        }
        catch (CloudException)
        {
            return null;
        }
    }

    /// <summary>Counts; what a filter of the cloud lets through that does not fit it is not counted (rule 11).</summary>
    private static QuotaUse Of(
        string source, string? target, Dictionary<string, SessionReading> ofSource, Dictionary<string, SessionReading> ofTarget)
    {
        var has = ofSource.Where(session => session.Value.Session?.Sources.Contains(source) == true).Select(session => session.Key);
        var toward = ofTarget.Values.Select(reading => reading.Session).OfType<ObservedSession>()
            .Where(session => session.State.TargetId == target).ToList();
        return new QuotaUse(
            [.. has.Order(StringComparer.Ordinal)], toward.Count, toward.Sum(session => session.Sources.Count + session.Unnameable.Count));
    }

    private Task<Dictionary<string, SessionReading>> ReadAsync(
        ListTrafficMirrorSessionsRequest request, CancellationToken cancellationToken) =>
        new SessionPages(cloud, request, MaxPages).ReadAsync(cancellationToken);
}
