using System.Text.Json;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Core.Tests.Engine.Operations;

/// <summary>Rule S4: a call is recorded whole, and a repeat after any restart is byte-equal and has the same token.</summary>
public class RecordedCallTests
{
    private static readonly OperationState Create = new()
    {
        Sequence = 3,
        Verb = OperationVerb.Create,
        Parameters = OperationState.Recorded(
        [
            new("TrafficMirrorTargetId", "eni-t"), new("Priority", "10"), new("Tag.2.Value", "a=b\nc"), new("Tag.10.Key", "z"),
            new("TrafficMirrorSourceIds.1", "eni-1"),
        ]),
        ClientToken = "",
        StartedAt = new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero),
        Holder = "me",
    };

    [Fact]
    public void S4_A_recorded_Create_reads_back_with_every_parameter_and_the_same_token()
    {
        var read = Read(Write(Create));
        Assert.Equal(Create.Parameters!.Order(ByName), read.Parameters!.Order(ByName));
        Assert.Equal(ClientTokens.For("uid-1", Create), ClientTokens.For("uid-1", read));
        Assert.True(read.AsksForTheSame(Create));
    }

    [Fact]
    public void S4_A_repeat_keeps_its_token_and_the_time_of_its_first_attempt()
    {
        var again = Create.Again(Create.StartedAt.AddSeconds(20), "other").Again(Create.StartedAt.AddSeconds(40), "third");
        Assert.Equal(
            (3, "third", Create.StartedAt.AddSeconds(40), Create.StartedAt),
            (again.Attempts, again.Holder, again.StartedAt, again.FirstStartedAt));
        Assert.Equal(ClientTokens.For("uid-1", Create), ClientTokens.For("uid-1", again));
    }

    [Fact]
    public void S4_Another_parameter_target_or_verb_is_another_operation()
    {
        OperationState[] all =
        [
            Create, Create with { Parameters = OperationState.Recorded([new("Priority", "11")]) }, Create with { Parameters = null },
            Create with { Verb = OperationVerb.Update, Target = "tms-1" }, Create with { Verb = OperationVerb.Update, Target = "tms-2" },
            Create with { Verb = OperationVerb.Delete, Target = "tms-1", Parameters = null },
        ];
        Assert.Equal(all.Length, all.Select(operation => ClientTokens.For("uid-1", operation)).Distinct().Count());
    }

    [Fact]
    public void What_an_earlier_release_recorded_is_read_as_it_was()
    {
        var read = Read("""
            {"sequence":7,"verb":"Remove","ids":["eni-1","eni-2"],"clientToken":"vmo-1","startedAt":"2026-11-23T03:00:00.000000Z",
             "holder":"former","attempts":2,"acceptedAt":"2026-11-23T03:00:01.000000Z"}
            """);
        Assert.Equal((7, OperationVerb.Remove, "vmo-1", 2), (read.Sequence, read.Verb, read.ClientToken, read.Attempts));
        Assert.Equal(["eni-1", "eni-2"], read.Ids);
        Assert.Equal(["eni-1", "eni-2"], ((IRecordedOperation)read).Payload);
        Assert.Equal(read.StartedAt, ((IRecordedOperation)read).FirstStartedAt);
    }

    [Fact]
    public void A_change_of_sources_is_written_as_an_earlier_release_reads_it()
    {
        var text = Write(new OperationState
        {
            Sequence = 1, Verb = OperationVerb.Add, Ids = ["eni-1"], ClientToken = "t", StartedAt = Create.StartedAt, Holder = "me",
        });
        Assert.Contains(
            """{"sequence":1,"verb":"Add","ids":["eni-1"],"clientToken":"t","startedAt":"2026-11-23T03:00:00.000000Z","holder":"me","""
            + "\"attempts\":1}",
            text, StringComparison.Ordinal);
    }

    private static Comparer<KeyValuePair<string, string>> ByName { get; } =
        Comparer<KeyValuePair<string, string>>.Create((left, right) => string.CompareOrdinal(left.Key, right.Key));

    private static string Write(OperationState operation) => JsonSerializer.Serialize(
        new TrafficMirrorSessionStatus { Operation = operation }, OperatorJson.Default.TrafficMirrorSessionStatus);

    private static OperationState Read(string text) => JsonSerializer.Deserialize(
        text.TrimStart().StartsWith("{\"sequence", StringComparison.Ordinal) ? $$"""{"operation":{{text}}}""" : text,
        OperatorJson.Default.TrafficMirrorSessionStatus)!.Operation!;
}
