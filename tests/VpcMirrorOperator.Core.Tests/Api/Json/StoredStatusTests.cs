using System.Text.Json;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Core.Tests.Api.Json;

/// <summary>Statuses that are stored already, of an earlier version or touched by hand, can be read.</summary>
public class StoredStatusTests
{
    [Theory]
    [InlineData("Add", OperationVerb.Add)]
    [InlineData("Remove", OperationVerb.Remove)]
    public void An_operation_that_has_only_ids_is_one_of_sources(string stored, OperationVerb verb)
    {
        var operation = Read(
            $$$"""
            {"operation":{"sequence":4,"verb":"{{{stored}}}","ids":["eni-a"],"clientToken":"t","startedAt":"2026-03-01T12:00:00.000001Z",
            "holder":"old","attempts":2}}
            """).Operation!;
        Assert.Equal((verb, true, 2), (operation.Verb, operation.IsOfSources(), operation.Attempts));
        Assert.Equal(["eni-a"], ((IRecordedOperation)operation).Payload);
        Assert.Equal(operation.StartedAt, ((IRecordedOperation)operation).FirstStartedAt);
    }

    [Theory]
    [InlineData("""{"conditions":[],"rejectedSources":[],"recentRemovals":[],"lastWrites":[],"plan":{"addCount":0,"removeCount":0}}""")]
    [InlineData("""{"conditions":null,"rejectedSources":null,"plan":{"addCount":0,"removeCount":0,"add":null,"attributes":null}}""")]
    public void Lists_that_are_empty_or_null_are_lists_without_anything(string json)
    {
        var status = Read(json);
        Assert.Empty(status.Conditions);
        Assert.Empty(status.RejectedSources);
        Assert.Empty(status.LastWrites);
        Assert.Empty(status.Plan!.Add);
        Assert.Empty(status.Plan.Attributes);
        Assert.Equal(status with { Plan = null }, new TrafficMirrorSessionStatus());
    }

    [Theory]
    [InlineData("\"0123\"")]
    [InlineData("\"\"")]
    [InlineData("\"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz\"")]
    [InlineData("null")]
    public void A_fingerprint_of_another_form_is_none(string text) =>
        Assert.Null(Read($$$"""{"session":{"status":"Created","sourcesFingerprint":{{{text}}} }}""").Session!.SourcesFingerprint);

    private static TrafficMirrorSessionStatus Read(string json) =>
        JsonSerializer.Deserialize(json, OperatorJson.Default.TrafficMirrorSessionStatus)!;
}
