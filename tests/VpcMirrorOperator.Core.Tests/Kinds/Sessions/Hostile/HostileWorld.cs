using System.Text.Json;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.TestSupport.Cloud;
using VpcMirrorOperator.TestSupport.Crd;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Hostile;

/// <summary>One object and one session, and a cloud whose replies cannot be trusted for a while. Follows from its seed alone.</summary>
internal sealed class HostileWorld
{
    private const int HostileReconciles = 15;

    /// <summary>One answer that cannot be used, and one that is to be confirmed, are no news yet.</summary>
    private const int Grace = 3;

    private readonly string[] _desired;
    private readonly HostileHandler _network;
    private readonly EngineRig _rig;

    public HostileWorld(int seed)
    {
        var random = new Random(seed);
        _desired = Given.Ids(1, random.Next(1, 13));
        HostileHandler? network = null;
        _rig = new EngineRig(
            _desired, Given.Ids(random.Next(1, 8), random.Next(0, 13)), wrap: cloud => network = new(cloud, random),
            thread: new VirtualThread { Step = TimeSpan.FromMilliseconds(500) });
        _network = network!;
        var policy = random.Next(4) == 0 ? ManagementPolicy.AddOnly : ManagementPolicy.Sync;
        _rig.Edit(spec => spec with { ManagementPolicy = policy });
    }

    /// <summary>Lives through it, and comes into order when the cloud does.</summary>
    public void Run()
    {
        for (var reconcile = 0; reconcile < HostileReconciles; reconcile++)
        {
            Reconcile();
            _rig.Thread.Pass(TimeSpan.FromSeconds(20));
        }

        _network.IsHostile = false;
        for (var reconcile = 0; reconcile < 60 && !IsInOrder(); reconcile++)
        {
            Reconcile();
            _rig.Thread.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.True(IsInOrder(), $"not in order after an hour: {_rig.Ready.Reason}: {_rig.Ready.Message}");
        AssertNothingLeaked();
    }

    private void Reconcile()
    {
        var writes = _network.Writes.Count;
        _rig.Reconcile();
        foreach (var query in _network.Writes.Skip(writes)) CheckWrite(query);
        if (_rig.Store.Find(EngineRig.Key)!.Status is not { } status) return;
        var json = JsonSerializer.SerializeToNode(status, OperatorJson.Default.TrafficMirrorSessionStatus);
        Assert.Empty(SchemaCheck.Faults("status", CrdSchema.Of("status"), json));
        if (Conditions.IsTrue(status.Conditions, ConditionTypes.Ready))
            Assert.Contains(_network.Lists.TakeLast(Grace), list => _desired.All(id => list.Contains(id, StringComparison.Ordinal)));
    }

    /// <summary>No desired source is ever removed, and nothing that is no id of an ENI is named.</summary>
    private void CheckWrite(string query)
    {
        var ids = query.TrimStart('?').Split('&').Where(pair => pair.StartsWith("TrafficMirrorSourceIds.", StringComparison.Ordinal))
            .Select(pair => pair[(pair.IndexOf('=') + 1)..]).ToArray();
        Assert.All(ids, id => Assert.Matches("^eni-[a-z0-9]+$", id));
        var isAdd = query.Contains("AddSources", StringComparison.Ordinal) || ids.All(_desired.Contains);
        Assert.Equal(isAdd, ids.Any(_desired.Contains));
    }

    /// <summary>
    /// A false target in the very first answer is how the session was, and the true one an alteration: loud, and to be accepted.
    /// </summary>
    private bool IsInOrder() => _rig.Store.Find(EngineRig.Key)!.Status is not null
        && (_rig.Ready.Status == ConditionStatus.True || _rig.Ready.Reason == Reasons.SessionAltered)
        && _desired.All(_rig.Sources.Contains);

    private void AssertNothingLeaked()
    {
        string[] texts =
        [
            .. _rig.Log.Lines.Select(line => line.Text), .. _rig.Events.Events.Select(told => told.Message),
            .. _rig.Store.Written.Select(status => JsonSerializer.Serialize(status, OperatorJson.Default.TrafficMirrorSessionStatus)),
        ];
        foreach (var text in texts)
        {
            Assert.DoesNotContain(TestClient.Key, text, StringComparison.Ordinal);
            Assert.DoesNotContain(TestClient.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(text, char.IsControl);
            Assert.All(_network.Signatures, signature => Assert.DoesNotContain(signature, text, StringComparison.Ordinal));
        }
    }
}
