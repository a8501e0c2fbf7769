using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Signing;

public class Acs3SignatureTests
{
    public static TheoryData<string> Recorded => [.. Vector.AllRequests];

    [Theory, MemberData(nameof(Recorded))]
    public void Every_step_equals_the_recording_byte_for_byte(string name)
    {
        var vector = Vector.Load(name);

        var canonical = CanonicalRequest.Build("POST", "/", vector.Parameters, vector.Headers, Acs3Signature.EmptyPayloadHash);

        Assert.Equal(vector.Text("canonicalRequest"), canonical.Text);
        Assert.Equal(vector.Text("stringToSign"), Acs3Signature.StringToSign(canonical));
        Assert.Equal(vector.Header("Authorization"), Acs3Signature.Authorization(canonical, vector.AccessKeyId, vector.AccessKeySecret));
    }

    [Fact]
    public void The_published_example_is_reproduced()
    {
        var vector = Vector.Load("00a-doc-acs3");
        var headers = vector.Root.GetProperty("headers").EnumerateObject().Select(h => KeyValuePair.Create(h.Name, h.Value.GetString()!));
        KeyValuePair<string, string>[] parameters =
        [
            new("RegionId", "cn-shanghai"),
            new("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"),
        ];

        var canonical = CanonicalRequest.Build("POST", "/", parameters, headers, Acs3Signature.EmptyPayloadHash);

        Assert.Equal(vector.Root.GetProperty("canonicalRequest").GetString(), canonical.Text);
        Assert.Equal(vector.Root.GetProperty("stringToSign").GetString(), Acs3Signature.StringToSign(canonical));
        Assert.Equal(
            vector.Root.GetProperty("signature").GetString(),
            Acs3Signature.Sign(Acs3Signature.StringToSign(canonical), vector.AccessKeySecret));
    }

    [Fact]
    public void Values_are_encoded_strictly_and_headers_trimmed()
    {
        var canonical = CanonicalRequest.Build(
            "POST", "/", [new("b", "x*y~z'!() +é"), new("a", "")], [new("X-Acs-B", " two "), new("accept", "no")], "HASH");

        Assert.Equal("POST\n/\na=&b=x%2Ay~z%27%21%28%29%20%2B%C3%A9\nx-acs-b:two\n\nx-acs-b\nHASH", canonical.Text);
    }
}
