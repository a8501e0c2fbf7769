using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Endpoints;

public class EndpointResolverTests
{
    [Theory]
    [InlineData("cn-hongkong", "https://vpc.cn-hongkong.aliyuncs.com/")]
    [InlineData("cn-hangzhou", "https://vpc.aliyuncs.com/")]
    [InlineData("cn-hangzhou-internal-test-2", "https://vpc-inner-pre.cn-hangzhou.aliyuncs.com/")]
    [InlineData("eu-west-1-oxs", "https://vpc-nebula.cn-shenzhen-cloudstone.aliyuncs.com/")]
    public void The_table_names_the_exceptions_and_the_rule_gives_the_rest(string region, string expected) =>
        Assert.Equal(expected, Resolve(new(), region).AbsoluteUri);

    [Theory]
    [InlineData("cn-hongkong", "https://ecs.cn-hongkong.aliyuncs.com/")]
    [InlineData("na-south-1", "https://ecs.na-south-1.aliyuncs.com/")]
    [InlineData("cn-hangzhou", "https://ecs-cn-hangzhou.aliyuncs.com/")]
    [InlineData("cn-shanghai-finance-1", "https://ecs-cn-hangzhou.aliyuncs.com/")]
    [InlineData("cn-north-2-gov-1", "https://ecs.aliyuncs.com/")]
    [InlineData("cn-zhangjiakou-na62-a01", "https://ecs.cn-zhangjiakou.aliyuncs.com/")]
    public void Each_product_has_a_table_of_its_own(string region, string expected) =>
        Assert.Equal(expected, new EndpointResolver(new()).Resolve("Ecs", region, "Any").AbsoluteUri);

    [Fact]
    public void An_explicit_endpoint_is_that_of_one_product()
    {
        var options = new EndpointOptions { Overrides = new Dictionary<string, string> { ["vpc"] = "vpc.example.com" } };
        Assert.Equal("ecs.cn-beijing.aliyuncs.com", new EndpointResolver(options).Resolve("Ecs", "cn-beijing", "Any").Host);
    }

    [Fact]
    public void Another_product_follows_the_rule() =>
        Assert.Equal("https://sts.cn-hangzhou.aliyuncs.com/",
            new EndpointResolver(new()).Resolve("Sts", "cn-hangzhou", "AssumeRole").AbsoluteUri);

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://localhost:8080/", "http://localhost:8080/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    [InlineData("vpc.example.com", "https://vpc.example.com/")]
    [InlineData("vpc.example.com:8443", "https://vpc.example.com:8443/")]
    public void An_explicit_endpoint_wins(string text, string expected) =>
        Assert.Equal(expected, Resolve(TestClient.At(text), "cn-hangzhou").AbsoluteUri);

    [Theory]
    [InlineData("http://vpc.example.com")]
    [InlineData("http://10.0.0.1:80")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://host/path")]
    [InlineData("https://user@host")]
    [InlineData("https://host?x=1")]
    [InlineData("not a host")]
    [InlineData("")]
    public void An_unsafe_or_malformed_endpoint_is_refused(string text) =>
        Assert.Throws<ArgumentException>(() => new EndpointResolver(TestClient.At(text)));

    [Fact]
    public void A_password_in_an_endpoint_is_not_repeated()
    {
        var error = Assert.Throws<ArgumentException>(() => new EndpointResolver(TestClient.At("http://me:pass/word@host/path")));
        Assert.DoesNotContain("pass", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => new EndpointResolver(TestClient.At("ftp://me:secret@host")));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CN-HONGKONG")]
    [InlineData("evil.example/")]
    [InlineData("a@evil")]
    [InlineData("cn--x")]
    [InlineData("cn-hongkong.evil")]
    [InlineData("oss-cn-hangzhou")]
    [InlineData("s3-cn-hangzhou")]
    [InlineData("hangzhou")]
    [InlineData("cn-")]
    [InlineData("cn-1")]
    [InlineData("log")]
    public void A_region_cannot_redirect_the_call(string region)
    {
        var error = Assert.Throws<CloudException>(() => Resolve(new(), region));
        Assert.Equal(ClientErrorCodes.InvalidRegion, error.Code);
    }

    private static Uri Resolve(EndpointOptions options, string region) => new EndpointResolver(options).Resolve("Vpc", region, "Any");
}
