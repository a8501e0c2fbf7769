using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

/// <summary>Rule S11 without a cluster: a session and its filter in one folder.</summary>
public sealed class FilterReferenceCommandTests : IAsyncDisposable
{
    private const string Session = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata:
          name: created
        spec:
          regionId: cn-hangzhou
          session:
            target: {type: NetworkInterface, id: eni-target}
            filterRef: {name: web}
            priority: 77
          deletionPolicy: Delete
          sourceIds: [eni-c1]
        """;

    private const string Filter = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorFilter
        metadata:
          name: web
        spec:
          regionId: cn-hangzhou
          trafficMirrorFilterId: tmf-f1
          ingressRules:
          - {priority: 1, action: accept, protocol: TCP}
        """;

    private const string Seed = """
        settings: {modifyDuration: 20ms}
        accounts:
        - name: test
          accessKeyId: LTAItest
          accessKeySecret: test-secret
          regions:
          - id: cn-hangzhou
            filters:
            - {id: tmf-f1}
            sessions:
            - {id: tms-a1, sources: [eni-a1, eni-b2]}
        """;

    private static readonly string[] Folder = ["-f", "folder", "--emulator", "--emulator-seed", "seed.yaml"];

    private readonly CommandRun _run = new();

    public FilterReferenceCommandTests()
    {
        _run.Write("seed.yaml", Seed);
        _run.Write("folder/session.yaml", Session);
        _run.Write("folder/adopted.yaml", Manifest.Valid);
    }

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task S11_A_folder_of_a_filter_and_its_session_becomes_Ready_and_stays_so()
    {
        _run.Write("folder/filter.yaml", Filter);
        var plan = await _run.RunAsync(["plan", .. Folder]);
        Assert.Equal(2, plan.ExitCode);
        Assert.Contains("tmf-f1", plan.Printed, StringComparison.Ordinal);
        var first = await _run.RunAsync(["apply", .. Folder, "--timeout", "100s"]);
        Assert.Contains("3 of 3 objects Ready", first.Printed, StringComparison.Ordinal);
        var second = await _run.RunAsync(["apply", .. Folder, "--timeout", "60s"]);
        Assert.Contains("0 cloud writes", second.Printed, StringComparison.Ordinal);
        Assert.Equal(0, (await _run.RunAsync(["plan", .. Folder])).ExitCode);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("apply")]
    public async Task S11_A_reference_that_leads_nowhere_is_an_error_with_its_place(string command)
    {
        var result = await _run.RunAsync([command, .. Folder]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("session.yaml:1: default/created: spec.session.filterRef: no TrafficMirrorFilter default/web", result.Errors,
            StringComparison.Ordinal);
        _run.Write("folder/filter.yaml", Filter.Replace("cn-hangzhou", "cn-beijing", StringComparison.Ordinal));
        Assert.Contains("cn-beijing", (await _run.RunAsync([command, .. Folder])).Errors, StringComparison.Ordinal);
    }
}
