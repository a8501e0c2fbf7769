using System.Text.Json;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>An object that waits for a person is not written with every reconcile, as an API server gives its status back.</summary>
public class StatusAtRestTests
{
    private static readonly Dictionary<string, string> Tags = new() { ["a"] = "b" };

    public static TheoryData<string, SessionDeclaration, ManagementPolicy> Ends { get; } = new()
    {
        { Reasons.AttributesDiffer, new() { VirtualNetworkId = 77, Name = "web" }, ManagementPolicy.AddOnly },
        { Reasons.ObserveOnly, new() { VirtualNetworkId = 77, Tags = Tags }, ManagementPolicy.Observe },
        { Reasons.PriorityConflict, new() { Priority = 5 }, ManagementPolicy.Sync },
        { Reasons.SessionDisabled, new() { Enabled = false }, ManagementPolicy.Sync },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Nothing_is_written_while_nothing_changes(string reason, SessionDeclaration declared, ManagementPolicy policy)
    {
        var rig = new EngineRig(
            Given.Ids(1, 2), Given.Ids(1, 2),
            others: [new SessionSeed { Id = "tms-holder", Priority = 5, Sources = ["eni-x"] }]);
        rig.Edit(spec => spec with { Session = declared, ManagementPolicy = policy });
        rig.RunUntil(() => rig.Ready.Reason == reason);
        rig.RunFor(TimeSpan.FromMinutes(2));
        var written = rig.Store.Written.Count;
        for (var minute = 0; minute < 3; minute++)
        {
            rig.Store.Replace(ReadBack(rig.Store.Find(EngineRig.Key)!));
            rig.RunFor(TimeSpan.FromMinutes(1));
        }
        Assert.Equal((reason, written), (rig.Ready.Reason, rig.Store.Written.Count));
    }

    private static TrafficMirrorSession ReadBack(TrafficMirrorSession stored) => JsonSerializer.Deserialize(
        JsonSerializer.Serialize(stored, OperatorJson.Default.TrafficMirrorSession), OperatorJson.Default.TrafficMirrorSession)!;
}
