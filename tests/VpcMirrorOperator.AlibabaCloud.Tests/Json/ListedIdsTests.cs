using System.Text.Json;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Json;

public class ListedIdsTests
{
    private static readonly string[] Others =
        ["null", "17", "true", "{}", "[\"eni-1\"]", "\"\\u0065ni-1\"", "\"eni-A\"", "\"e\\u0301ni\"", "\"eni 1\"", "\"\\u0000\"", "\"_\""];

    [Fact]
    public void A_list_of_ids_reads_like_one_that_holds_another_text_as_well()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var elements = Elements(new Random(seed));
            var list = Read(elements);
            // The capital letter makes a list of strings of it.
            var strings = Read([.. elements, "\"X\""]);
            Assert.True(strings.SkipLast(1).SequenceEqual(list), $"seed {seed}");
            Assert.True(list.SequenceEqual(Enumerable.Range(0, list.Count).Select(index => list[index])), $"seed {seed}");
            Assert.True((strings.Count - 1, strings.Unreadable) == (list.Count, list.Unreadable), $"seed {seed}");
        }
    }

    [Fact]
    public void Ids_are_kept_in_one_array_and_anything_else_is_not()
    {
        var packed = Assert.IsType<PackedIds>(Read(["\"eni-b\"", "\"eni-a\""]).Items);
        Assert.Equal("\u0005eni-b\u0005eni-a"u8.ToArray(), packed.Bytes.ToArray());
        Assert.IsNotType<PackedIds>(Read(["\"eni-A\""]).Items);
        Assert.Throws<ArgumentOutOfRangeException>(() => packed[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => packed[-1]);
    }

    private static string[] Elements(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(60) == 0
            ? Others[random.Next(Others.Length)]
            : $"\"{new string(random.GetItems("abcxyz0189-".AsSpan(), random.Next(50)))}\""),
    ];

    private static ReplyList<string> Read(string[] elements)
    {
        var json = $$"""{"RequestId":"r","TrafficMirrorSessions":[{"TrafficMirrorSourceIds":[{{string.Join(',', elements)}}]}]}""";
        var type = new ListTrafficMirrorSessionsRequest { RegionId = "cn-hangzhou" }.ResponseType;
        return JsonSerializer.Deserialize(json, type)!.TrafficMirrorSessions![0].TrafficMirrorSourceIds!;
    }
}
