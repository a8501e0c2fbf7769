using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>The lines of the log as a log store gets them.</summary>
public class AuditLineTests
{
    [Fact]
    public void Every_line_names_its_object_alike_and_ids_are_a_list()
    {
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(9, 1));
        rig.RunUntilReady();
        var lines = rig.Log.Lines.Select(InJson).ToList();
        Assert.All(lines, line => Assert.Equal(EngineRig.Key.ToString(), line.GetProperty("State").GetProperty("Object").GetString()));
        Assert.All(lines, line => Assert.DoesNotContain(line.GetProperty("State").EnumerateObject(), f => f.Name.StartsWith('@')));
        var audit = lines.First(line => line.GetProperty("EventId").GetInt32() == 3010).GetProperty("State");
        Assert.Equal(Given.Ids(1, 3), audit.GetProperty("Ids").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(
            (Given.Region, Given.SessionId, "OK"),
            (audit.GetProperty("Region").GetString(), audit.GetProperty("Session").GetString(), audit.GetProperty("Result").GetString()));
        Assert.Equal(JsonValueKind.String, audit.GetProperty("Holder").ValueKind);
    }

    [Fact]
    public void Removals_that_a_guard_refuses_have_an_audit_line()
    {
        var rig = new EngineRig(Given.Ids(1, 5), Given.Ids(1, 30));
        rig.Edit(spec => spec with { Safety = new SafetySpec { MaxRemovals = new IntOrPercent(4, false) } });
        rig.RunUntil(() => rig.Has(ConditionTypes.SafetyHold));
        var audit = Assert.Single(rig.Log.Lines, line => line.Id == 3010);
        Assert.Equal((LogLevel.Warning, Reasons.MaxRemovalsExceeded), (audit.Level, audit.Fields["Result"]));
        Assert.Equal("RemoveSourcesFromTrafficMirrorSession", audit.Fields["Action"]);
        Assert.Equal(25, InJson(audit).GetProperty("State").GetProperty("Ids").GetArrayLength());
        Assert.Null(audit.Fields["RequestId"]);
        Assert.Empty(rig.Writes);
    }

    /// <summary>The line as the console gets it.</summary>
    private static JsonElement InJson(LogLine line)
    {
        using var text = new StringWriter();
        var entry = new LogEntry<IReadOnlyDictionary<string, object?>>(
            line.Level, "engine", new EventId(line.Id), line.Fields, line.Error, (_, _) => line.Text);
        new JsonLogFormatter("O", TimeProvider.System).Write(entry, null, text);
        return JsonDocument.Parse(text.ToString()).RootElement.Clone();
    }
}
