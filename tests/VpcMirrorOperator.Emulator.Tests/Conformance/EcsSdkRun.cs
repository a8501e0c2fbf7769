using System.Globalization;

namespace VpcMirrorOperator.Emulator.Tests.Conformance;

/// <summary>Runs the script of the ECS SDK once, for all tests that look at its lines.</summary>
public sealed class EcsSdkRun : IAsyncLifetime
{
    private const string Interfaces =
        """
        [
          { id: eni-a, type: Primary, instanceId: i-1, vpcId: vpc-1, vSwitchId: vsw-1, securityGroupIds: [sg-1], privateIps: [10.0.0.1] },
          { id: eni-b, name: second, instanceId: i-1, vpcId: vpc-1, vSwitchId: vsw-1, securityGroupIds: [sg-1],
            privateIps: [10.0.0.2, 10.0.0.3], ipv6Addresses: ["fd00::2"], tags: { mirror: "yes", "team a": x*y }, resourceGroupId: rg-1 },
          { id: eni-c, type: Trunk, instanceId: i-2, vpcId: vpc-1, vSwitchId: vsw-2 },
          { id: eni-d, type: Member, instanceId: i-2, trunkId: eni-c, deviceIndex: 101, vpcId: vpc-1, vSwitchId: vsw-2 },
          { id: eni-e, vpcId: vpc-2, vSwitchId: vsw-3, resourceGroupId: rg-2 },
          { id: eni-f, instanceId: i-3, vpcId: vpc-2, vSwitchId: vsw-3, serviceManaged: true }
        ]
        """;

    public bool Missing { get; private set; }

    public IReadOnlyList<string> Lines { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var emulator = new VpcEmulator(EmulatorSeed.Parse(Seed(), "conformance"), TimeProvider.System);
        var lines = await SdkScript.RunAsync("ecs.mjs", "ecs20140526", emulator);
        (Missing, Lines) = (lines is null, lines ?? []);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A region with one of each kind, and one with more than a query by tag may show.</summary>
    private static string Seed()
    {
        var many = Enumerable.Range(0, 1203)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{{ id: eni-{n:D5}, tags: {{ many: x }} }}"));
        return $$"""
            settings: { modifyDuration: 0s, interfaceChangeDuration: 0s }
            accounts:
              - name: main
                accessKeyId: LTAIconformance
                accessKeySecret: conformance-secret
                regions:
                  - id: cn-hongkong
                    networkInterfaces: {{Interfaces.ReplaceLineEndings(" ")}}
                    sessions: [{ id: tms-a }]
                  - { id: cn-shenzhen, networkInterfaces: [{{string.Join(", ", many)}}] }
              - name: sts
                accessKeyId: STS.conformance
                accessKeySecret: sts-secret
                securityToken: sts-token+/=
                regions: [{ id: cn-hongkong, networkInterfaces: [{ id: eni-sts }] }]
            """;
    }
}
