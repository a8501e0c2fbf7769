using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Actions;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Pipeline;

/// <summary>How one request was answered, with all that the call log keeps of it.</summary>
internal sealed record AnsweredRequest(
    EmulatorResponse Response, ApiCall? Call, string Action, string RequestId, string Code, bool Executed, bool Replayed, FaultRule? Fault)
{
    internal EmulatorCall ToLogEntry(DateTimeOffset now) => new(
        0, now, Call?.Account.Name ?? "", Call?.RegionId ?? "", Action, Call?.SessionId ?? "", Ids, Call?.Parameters.Text("ClientToken"),
        Call?.Parameters.Flag("DryRun").Value ?? false, Response.Status, Code, RequestId, Executed, Replayed, Fault?.Kind, Foreign: false);

    private ImmutableArray<string> Ids => Call switch
    {
        null => [],
        { Action: ApiOperation.List } => Call.ListedSessionIds,
        _ => Call.SourceIds,
    };
}
