using System.Text;
using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Errors;

public class ErrorBodyParserTests
{
    private const string Xml =
        "<?xml version='1.0'?><Error><RequestId>R</RequestId><HostId>h</HostId><Code>Some.Code</Code><Message>Said &lt;so&gt;</Message>" +
        "<AccessDeniedDetail><Code>Inner</Code></AccessDeniedDetail></Error>";

    [Theory]
    [InlineData("""{"RequestId":"R","Code":"Some.Code","Message":"Said <so>"}""")]
    [InlineData("""{"requestId":"R","code":"Some.Code","message":"Said <so>"}""")]
    [InlineData("\uFEFF \r\n" + """{"AccessDeniedDetail":{"Code":"Inner"},"RequestId":"R","Code":"Some.Code","Message":"Said <so>"}""")]
    [InlineData(Xml)]
    public void Json_in_both_spellings_and_xml_mean_the_same(string body) =>
        Assert.Equal(new ErrorBody("Some.Code", "Said <so>", "R"), ErrorBodyParser.Parse(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"Code\":\"\"}")]
    [InlineData("{\"Code\":\"Cut")]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("<Error><Code>Cut")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><Error><Code>&e;</Code></Error>")]
    [InlineData("plain words")]
    public void What_holds_no_code_is_no_error_reply(string body) =>
        Assert.Null(ErrorBodyParser.Parse(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Broken_utf8_is_no_error_reply() =>
        Assert.Null(ErrorBodyParser.Parse((byte[])[.. "{\"Code\":\"a"u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]));

    [Fact]
    public void Signing_material_never_reaches_a_message()
    {
        const string echo = "Specified signature is not matched with our calculation. server string to sign is:POST&TOKEN";

        Assert.DoesNotContain("TOKEN", ErrorText.Clean("SignatureDoesNotMatch", echo), StringComparison.Ordinal);
        Assert.DoesNotContain("TOKEN", ErrorText.Clean("IncompleteSignature", echo), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_cannot_forge_log_lines_or_flood_them()
    {
        Assert.Equal("one  two", ErrorText.Clean("X", "one\r\ntwo"));
        Assert.True(ErrorText.Clean("X", new string('x', 100_000)).Length < 1100);
    }
}
