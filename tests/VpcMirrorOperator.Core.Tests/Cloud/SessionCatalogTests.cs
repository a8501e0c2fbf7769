using System.Net;
using System.Text;
using System.Web;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

public class SessionCatalogTests
{
    [Fact]
    public async Task All_pages_are_asked_for_and_add_up_in_the_order_of_the_ids()
    {
        var sessions = await ReadAsync(from => Page(3, from == 0 ? ["tms-c", "tms-a"] : ["tms-b"], from == 0 ? "1" : ""));

        Assert.Equal(["tms-a", "tms-b", "tms-c"], sessions.Select(s => s.Id));
        Assert.All(sessions, s => Assert.Equal(["eni-1"], s.Reading.Session!.Sources));
    }

    [Fact]
    public async Task A_region_without_sessions_is_no_error() => Assert.Empty(await ReadAsync(_ => Page(0, [], "")));

    [Theory]
    [InlineData(2, "")]
    [InlineData(1, "1")]
    public async Task A_list_that_is_not_complete_or_never_ends_is_no_list(int total, string next)
    {
        var error = await Assert.ThrowsAsync<CloudException>(() => ReadAsync(_ => Page(total, ["tms-a"], next)));

        Assert.Equal(ClientErrorCodes.UnreadableReply, error.Code);
    }

    private static async Task<IReadOnlyList<CatalogedSession>> ReadAsync(Func<int, string> page)
    {
        using var cloud = new Pages(page);
        // Clock and budget are real: hundreds of pages take no time here, and a virtual clock would have to be driven.
        return await SessionCatalog.ReadAsync(
            TestClient.Create(cloud, TimeProvider.System), "cn-hangzhou", TestContext.Current.CancellationToken);
    }

    private static string Page(int total, string[] ids, string next)
    {
        var sessions = ids.Select(id => $$"""{"TrafficMirrorSessionId":"{{id}}","TrafficMirrorSourceIds":["eni-1"]}""");
        return $$"""
            {"RequestId":"r","TotalCount":"{{total}}","NextToken":"{{next}}","TrafficMirrorSessions":[{{string.Join(',', sessions)}}]}
            """;
    }

    private sealed class Pages(Func<int, string> page) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var token = HttpUtility.ParseQueryString(request.RequestUri!.Query)["NextToken"];
            var body = page(token is null ? 0 : int.Parse(token, System.Globalization.CultureInfo.InvariantCulture));
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }
}
