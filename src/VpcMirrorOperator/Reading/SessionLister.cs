using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Planning;

namespace VpcMirrorOperator.Reading;

/// <summary>Lists sessions of one region by id, all pages.</summary>
internal sealed class SessionLister(RpcClient cloud, string regionId, SessionReaderOptions options)
{
    /// <summary>The sessions that exist among the ids; unknown ids are absent (API page).</summary>
    public async Task<Dictionary<string, ObservedSession>> ListAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var sessions = new Dictionary<string, ObservedSession>(ids.Count, StringComparer.Ordinal);
        string? next = null;
        var pages = 0;
        do
        {
            if (pages++ > ids.Count) throw Endless();
            var request = new ListTrafficMirrorSessionsRequest
            {
                RegionId = regionId, TrafficMirrorSessionIds = ids, MaxResults = options.PageSize, NextToken = next,
            };
            var page = await cloud.SendAsync(request, cancellationToken);
            foreach (var session in Whole(page.TrafficMirrorSessions))
                if (session.TrafficMirrorSessionId is { } id) sessions[id] = Observe(session);
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return sessions;
    }

    private static CloudException Endless() => new(
        "ListTrafficMirrorSessions", ClientErrorCodes.UnreadableReply, "more pages than sessions were asked for", CloudErrorClass.Retry);

    // What could not be read must not be taken for what is not there.
    private static ReplyList<T> Whole<T>(ReplyList<T>? list) where T : class => list is null or { IsWhole: true }
        ? list ?? new([])
        : throw new CloudException(
            "ListTrafficMirrorSessions", ClientErrorCodes.UnreadableReply, "a list in the answer holds elements of a wrong type",
            CloudErrorClass.Retry);

    private static ObservedSession Observe(ListedTrafficMirrorSession session) => ObservedSession.From(
        new SessionState
        {
            Status = session.TrafficMirrorSessionStatus ?? "Unknown",
            BusinessStatus = session.TrafficMirrorSessionBusinessStatus,
            Enabled = session.Enabled ?? false,
            TargetId = session.TrafficMirrorTargetId,
            TargetType = session.TrafficMirrorTargetType,
            FilterId = session.TrafficMirrorFilterId,
        },
        Whole(session.TrafficMirrorSourceIds));
}
