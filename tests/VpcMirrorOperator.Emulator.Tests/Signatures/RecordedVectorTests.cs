using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.Emulator.Tests.Signatures;

/// <summary>Requests recorded from the official SDK, and the two published examples, through the verifier.</summary>
public class RecordedVectorTests
{
    /// <summary>What an empty account answers.</summary>
    public static TheoryData<string, string> Recorded => new()
    {
        { "01-acs3-remove-10-sources-ak", "ResourceNotFound.TrafficMirrorSession" },
        { "02-acs3-add-2-sources-sts-dryrun", "ResourceNotFound.TrafficMirrorSession" },
        { "04-acs3-create-session-ak", "ResourceNotFound.TrafficMirrorFilter" },
        { "08-error-400-dryrun", "ResourceNotFound.TrafficMirrorSession" },
        { "09-error-400-throttling-user", "OK" },
        { "10-error-503", "OK" },
        { "20-acs3-ecs-describe-enis-by-tag-status-page", "InvalidParameter" }, // its token is from another emulator
        { "21-acs3-ecs-describe-primary-eni-of-instance-sts", "InvalidEcsId.NotFound" },
        { "23-acs3-ecs-list-tag-resources-eni", "InvalidParameter" },
        { "24-error-404-ecs-instance", "InvalidEcsId.NotFound" },
        { "26-acs3-delete-session", "ResourceNotFound.TrafficMirrorSession" },
        { "27-acs3-create-filter", "OK" },
        { "28-acs3-create-filter-rules", "ResourceNotFound.TrafficMirrorFilter" },
        { "30-acs3-delete-filter-rules", "ResourceNotFound.TrafficMirrorFilter" },
        { "31-acs3-list-filters", "OK" },
        { "32-acs3-update-filter", "ResourceNotFound.TrafficMirrorFilter" },
        { "33-acs3-delete-filter", "ResourceNotFound.TrafficMirrorFilter" },
        { "34-acs3-vpc-tag-session", "ResourceNotFound.TrafficMirrorSession" },
        { "36-acs3-vpc-list-tag-resources", "OK" },
        { "37-acs3-move-resource-group", "ResourceNotFound.TrafficMirrorSession" },
        { "38-acs3-open-service", "ORDER.OPEND" },
    };

    [Fact]
    public void Every_recorded_request_is_tried() => Assert.Equal(Vector.AllRequests, Recorded.Select(row => row.Data.Item1));

    [Theory]
    [MemberData(nameof(Recorded))]
    public void A_recorded_request_is_accepted_and_any_change_to_it_is_not(string name, string code)
    {
        var vector = Load(name);
        var request = Request(vector);
        Assert.Equal(code, Handle(vector, request).Code);
        var tampered = request with { Target = request.Target.Replace("RegionId=cn-ho", "RegionId=cn-hu", StringComparison.Ordinal)
                .Replace("RegionId=cn-ha", "RegionId=cn-hu", StringComparison.Ordinal) };
        Assert.Equal("SignatureDoesNotMatch", Handle(vector, tampered).Code);
    }

    [Fact]
    public void A_recorded_refusal_of_ECS_is_repeated_word_for_word()
    {
        var vector = Load("24-error-404-ecs-instance");
        var (answer, recorded) = (Handle(vector, Request(vector)), vector["replied"]!);
        Assert.Equal(recorded["status"]!.GetValue<int>(), answer.Status);
        foreach (var field in new[] { "Code", "Message" })
            Assert.Equal(recorded["body"]![field]!.GetValue<string>(), answer.Body[field]!.GetValue<string>());
    }

    [Fact]
    public void A_recorded_query_finds_the_interfaces_it_asks_for_under_the_recorded_names()
    {
        var vector = Load("21-acs3-ecs-describe-primary-eni-of-instance-sts");
        var request = Request(vector);
        var date = request.Headers.First(h => h.Key == "x-acs-date").Value;
        var answer = new Answer(Emulator(vector, date, new InterfaceSeed
        {
            Id = "eni-bp1pri0001", Type = InterfaceType.Primary, Status = InterfaceStatus.InUse, InstanceId = "i-bp1demo0001",
        }).Handle(request));
        var (ours, recorded) = (EniStage.Set(answer).Single()!.AsObject(), vector["replied"]!["body"]!);
        Assert.Equal("eni-bp1pri0001", ours["NetworkInterfaceId"]!.GetValue<string>());
        var theirs = recorded["NetworkInterfaceSets"]!["NetworkInterfaceSet"]![0]!.AsObject();
        Assert.Empty(theirs.Select(f => f.Key).Except(ours.Select(f => f.Key)));
        Assert.Empty(recorded.AsObject().Select(f => f.Key).Except(answer.Body.AsObject().Select(f => f.Key)));
    }

    [Fact]
    public void The_published_ACS3_example_is_accepted()
    {
        var vector = Load("00a-doc-acs3");
        var headers = vector["headers"]!.AsObject().Select(h => KeyValuePair.Create(h.Key, h.Value!.GetValue<string>())).ToList();
        var signed = string.Join(';', headers.Select(h => h.Key));
        var signature = vector["documentedSignature"]!.GetValue<string>();
        headers.Add(new("Authorization", $"ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders={signed},Signature={signature}"));
        var request = new EmulatorRequest("POST", "/?" + vector["query"], headers, ReadOnlyMemory<byte>.Empty);
        Assert.Equal("InvalidApi.NotFound", Handle(vector, request).Code); // RunInstances: right signature, not an operation of this API
    }

    [Theory]
    [InlineData("documentedSignature", "InvalidApi.NotFound", 404)]
    [InlineData("name", "SignatureDoesNotMatch", 400)]
    public void The_published_V1_example_is_accepted_and_answered_in_XML(string signatureFrom, string code, int status)
    {
        var vector = Load("00b-doc-v1rpc");
        var target = $"/?{vector["canonicalQuery"]}&Signature={Uri.EscapeDataString(vector[signatureFrom]!.GetValue<string>())}";
        var response = Emulator(vector, "2016-02-23T12:46:24Z").Handle(
            new("GET", target, [new("Host", "ecs.aliyuncs.com")], ReadOnlyMemory<byte>.Empty));
        var xml = System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(response.Body.Span));
        Assert.Equal((status, code), (response.Status, xml.Root!.Element("Code")!.Value));
        Assert.Equal("text/xml;charset=utf-8", response.Headers.Single(h => h.Key == "Content-Type").Value);
    }

    [Theory]
    [InlineData("26-acs3-delete-session")]
    [InlineData("27-acs3-create-filter")]
    [InlineData("28-acs3-create-filter-rules")]
    [InlineData("30-acs3-delete-filter-rules")]
    [InlineData("31-acs3-list-filters")]
    [InlineData("32-acs3-update-filter")]
    [InlineData("33-acs3-delete-filter", false)]
    [InlineData("34-acs3-vpc-tag-session")]
    [InlineData("36-acs3-vpc-list-tag-resources")]
    [InlineData("37-acs3-move-resource-group")]
    [InlineData("38-acs3-open-service")]
    public void A_recorded_call_has_its_effect_and_its_answer_the_recorded_fields(string name, bool inUse = true)
    {
        var vector = Load(name);
        var request = Request(vector);
        var region = RecordedStage.Region(serviceOpened: !name.StartsWith("38", StringComparison.Ordinal), inUse);
        var emulator = Emulator(vector, request.Headers.First(h => h.Key == "x-acs-date").Value, region);
        var answer = new Answer(emulator.Handle(request));
        Assert.Equal("OK", answer.Code);
        Assert.Equal(RecordedStage.Shape(vector["replied"]!["body"]!), RecordedStage.Shape(answer.Body));
        Assert.Equal(name[3] is 'a' && !name.Contains("list", StringComparison.Ordinal), emulator.Snapshot().Calls[^1].Executed);
    }

    private static JsonNode Load(string name) =>
        JsonNode.Parse(File.ReadAllText(Vector.PathOf(name)))!;

    private static EmulatorRequest Request(JsonNode vector)
    {
        var request = vector["requests"]![0]!;
        var headers = request["headers"]!.AsArray().Select(h => KeyValuePair.Create(h![0]!.GetValue<string>(), h[1]!.GetValue<string>()));
        var target = request["requestLine"]!.GetValue<string>().Split(' ')[1];
        return new(request["method"]!.GetValue<string>(), target, [.. headers], ReadOnlyMemory<byte>.Empty);
    }

    private static Answer Handle(JsonNode vector, EmulatorRequest request) =>
        new(Emulator(vector, request.Headers.First(h => h.Key == "x-acs-date").Value).Handle(request));

    private static VpcEmulator Emulator(JsonNode vector, string date, params InterfaceSeed[] interfaces) =>
        Emulator(vector, date, new RegionSeed("cn-hangzhou", true, []) { NetworkInterfaces = interfaces });

    private static VpcEmulator Emulator(JsonNode vector, string date, RegionSeed region)
    {
        var credential = vector["credential"]!;
        var account = new AccountSeed(
            "recorded", credential["accessKeyId"]!.GetValue<string>(), credential["accessKeySecret"]!.GetValue<string>(),
            credential["securityToken"]?.GetValue<string>(), [new RegionSeed("cn-hongkong", true, []), region]);
        return new(new() { Accounts = [account] }, new FakeTimeProvider(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture)));
    }
}
