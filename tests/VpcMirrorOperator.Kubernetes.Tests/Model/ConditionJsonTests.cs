using System.Text.Json;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Model;

public class ConditionJsonTests
{
    [Fact]
    public void Is_written_as_kubernetes_writes_it()
    {
        var condition = new Condition
        {
            Type = "Ready",
            Status = ConditionStatus.False,
            Reason = "Modifying",
            Message = "2 pending",
            LastTransitionTime = new DateTimeOffset(2026, 3, 1, 20, 0, 5, 987, TimeSpan.FromHours(8)),
            ObservedGeneration = 3,
        };
        Assert.Equal(
            """{"type":"Ready","status":"False","reason":"Modifying","message":"2 pending","""
            + """
            "lastTransitionTime":"2026-03-01T12:00:05Z","observedGeneration":3}
            """,
            JsonSerializer.Serialize(condition, ModelJson.Default.Condition));
    }

    [Theory]
    [InlineData("2026-03-01T12:00:05Z", 0)]
    [InlineData("2026-03-01T20:00:05+08:00", 0)]
    [InlineData("2026-03-01T12:00:05.250000Z", 250)]
    public void Reads_rfc_3339_times(string text, int milliseconds) => Assert.Equal(
        new DateTimeOffset(2026, 3, 1, 12, 0, 5, milliseconds, TimeSpan.Zero),
        Read($$"""{"lastTransitionTime":"{{text}}"}""").LastTransitionTime);

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"\"")]
    [InlineData("1772366405")]
    public void Refuses_other_times(string value)
    {
        var error = Assert.Throws<JsonException>(() => Read($$"""{"lastTransitionTime":{{value}}}"""));
        Assert.Contains("RFC 3339", error.Message, StringComparison.Ordinal);
    }

    private static Condition Read(string json) => JsonSerializer.Deserialize(json, ModelJson.Default.Condition)!;
}
