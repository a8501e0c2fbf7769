using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Emulator.Tests.Signatures;

/// <summary>The session, the filter and its rules that the recorded calls name.</summary>
internal static class RecordedStage
{
    private const string Filter = "tmf-bp1demo0001";

    /// <param name="serviceOpened">Whether the service is opened already.</param>
    /// <param name="inUse">Whether the session uses the filter.</param>
    public static RegionSeed Region(bool serviceOpened, bool inUse) => new("cn-hangzhou", serviceOpened,
    [
        new SessionSeed
        {
            Id = "tms-bp1demo0001", FilterId = inUse ? Filter : "tmf-other", Tags = Tags("vpcmirror.io/owner", "ns/name"),
        },
    ])
    {
        Filters =
        [
            new FilterSeed
            {
                Id = Filter, Name = "f", Description = "d", ResourceGroupId = "rg-1", Tags = Tags("owner", "vpc-mirror"),
                Rules = [new RuleSeed { Id = "tmr-bp1demo0001", Priority = 1 }, new RuleSeed { Id = "tmr-bp1demo0002", Priority = 2 }],
            },
        ],
    };

    /// <summary>
    /// The fields of an answer and the kinds of their values, in order; lists by the shape of their first element. The token of the last
    /// page may be empty or absent, and MaxResults, a number by the documentation, is a text in one recording.
    /// </summary>
    public static string Shape(JsonNode node) => node switch
    {
        JsonObject fields => "{" + string.Join(
            ", ", fields.Where(field => field.Key is not ("NextToken" or "MaxResults")).OrderBy(field => field.Key, StringComparer.Ordinal)
                .Select(field => $"{field.Key}: {Shape(field.Value!)}")) + "}",
        JsonArray { Count: 0 } => "[]",
        JsonArray list => $"[{Shape(list[0]!)}]",
        _ => node.GetValueKind().ToString(),
    };

    private static ImmutableSortedDictionary<string, string> Tags(string key, string value) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(key, value);
}
