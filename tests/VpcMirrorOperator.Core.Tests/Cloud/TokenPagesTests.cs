using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

public class TokenPagesTests
{
    [Fact]
    public async Task Pages_are_followed_until_there_is_no_token() =>
        Assert.Equal(["first", "a", "b"], await ReadAsync(token => token switch { null => "a", "a" => "b", _ => "" }));

    [Fact]
    public async Task A_circle_of_any_length_is_noticed() => await RefusedAsync(
        token => token switch { null => "a", "a" => "b", "b" => "c", _ => "a" }, "circle");

    [Fact]
    public async Task So_is_a_list_without_an_end() => await RefusedAsync(token => token + "x", "more than 5 pages");

    [Fact]
    public async Task A_token_that_no_url_takes_is_not_sent() => await RefusedAsync(_ => new string('x', 5_000), "too long");

    private static async Task RefusedAsync(Func<string?, string> next, string why)
    {
        var error = await Assert.ThrowsAsync<CloudException>(() => ReadAsync(next));
        Assert.Equal(("List", ClientErrorCodes.UnreadableReply), (error.Action, error.Code));
        Assert.Contains(why, error.Detail, StringComparison.Ordinal);
    }

    private static async Task<List<string>> ReadAsync(Func<string?, string> next)
    {
        List<string> pages = [];
        await foreach (var page in new TokenPages("List", 5).ReadAsync<(string Token, string Next)>(
            (token, _) => Task.FromResult((token ?? "first", next(token))), page => page.Next, CancellationToken.None))
            pages.Add(page.Token);
        return pages;
    }
}
