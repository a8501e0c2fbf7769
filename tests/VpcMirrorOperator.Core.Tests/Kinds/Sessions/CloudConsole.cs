using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>A person at the console: reads and changes the emulated account without a token, and without an object.</summary>
internal sealed class CloudConsole
{
    private readonly VirtualThread _thread;
    private readonly RpcClient _client;

    public CloudConsole(EngineRig rig)
    {
        _thread = rig.Thread;
        _client = TestClient.Create(new EmulatorHandler(rig.Cloud), rig.Thread.Time, nonces: new CountingNonces("console"));
    }

    public ListedTrafficMirrorSession? Find(string id) => All().FirstOrDefault(session => session.TrafficMirrorSessionId == id);

    public IReadOnlyList<ListedTrafficMirrorSession> All() => [.. _thread.Run(() => _client.SendAsync(
        new ListTrafficMirrorSessionsRequest { RegionId = Given.Region, MaxResults = 100 }, CancellationToken.None))
        .TrafficMirrorSessions!];

    public void Change(
        Func<UpdateTrafficMirrorSessionAttributeRequest, UpdateTrafficMirrorSessionAttributeRequest> change, string id = Given.SessionId) =>
        _thread.Run(() => _client.SendAsync(
            change(new UpdateTrafficMirrorSessionAttributeRequest { RegionId = Given.Region, TrafficMirrorSessionId = id }),
            CancellationToken.None));

    /// <summary>A filter, ready for use.</summary>
    public string CreateFilter()
    {
        var id = _thread.Run(() => _client.SendAsync(
            new CreateTrafficMirrorFilterRequest { RegionId = Given.Region }, CancellationToken.None)).TrafficMirrorFilterId!;
        _thread.Pass(TimeSpan.FromSeconds(10));
        return id;
    }

    public void Untag(string id, params string[] keys) => _thread.Run(() => _client.SendAsync(
        new UnTagResourcesRequest { RegionId = Given.Region, ResourceType = "TRAFFICMIRRORSESSION", ResourceId = [id], TagKey = keys },
        CancellationToken.None));

    public void Tag(string id, IReadOnlyList<ResourceTag> tags) => _thread.Run(() => _client.SendAsync(
        new TagResourcesRequest { RegionId = Given.Region, ResourceType = "TRAFFICMIRRORSESSION", ResourceId = [id], Tag = tags },
        CancellationToken.None));
}
