using Microsoft.Extensions.Primitives;
using VpcMirrorOperator.Hosting.Serving;

namespace VpcMirrorOperator.Core.Tests.Hosting.Serving;

public class BearerTokenTests
{
    [Theory]
    [InlineData("Bearer abc.def-_~+/=", "abc.def-_~+/=")]
    [InlineData("bearer  abc ", "abc")]
    [InlineData("Bearer ", null)]
    [InlineData("Bearer", null)]
    [InlineData("Basic YTpi", null)]
    [InlineData("Bearer a b", null)]
    [InlineData("Bearer a\u00e9", null)]
    [InlineData("Bearer a\tb", null)]
    [InlineData("", null)]
    public void Only_one_word_after_the_scheme_is_a_token(string header, string? token) => Assert.Equal(token, BearerToken.Read(header));

    [Fact]
    public void No_header_and_two_headers_have_no_token()
    {
        Assert.Null(BearerToken.Read(StringValues.Empty));
        Assert.Null(BearerToken.Read(new StringValues(["Bearer a", "Bearer b"])));
    }
}
