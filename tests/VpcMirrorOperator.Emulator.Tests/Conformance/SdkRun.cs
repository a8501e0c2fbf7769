namespace VpcMirrorOperator.Emulator.Tests.Conformance;

/// <summary>Runs the SDK's script once against an emulator on loopback, for all tests that look at its lines.</summary>
public sealed class SdkRun : IAsyncLifetime
{
    private const string Seed =
        """
        settings: { modifyDuration: 0s }
        deletedNetworkInterfaces: [eni-deleted]
        networkInterfacesWithoutInstance: [eni-alone]
        accounts:
          - name: main
            accessKeyId: LTAIconformance
            accessKeySecret: conformance-secret
            regions:
              - id: cn-hongkong
                largeTargets: [eni-emulatedtarget]
                sessions:
                  - id: tms-full
                    sources: [eni-0000, eni-0001, eni-0002, eni-0003, eni-0004, eni-0005, eni-0006, eni-0007, eni-0008, eni-0009,
                      eni-0010, eni-0011, eni-0012, eni-0013, eni-0014, eni-0015, eni-0016, eni-0017, eni-0018, eni-0019,
                      eni-0020, eni-0021, eni-0022, eni-0023, eni-0024]
                  - { id: tms-named, name: named session, enabled: false, priority: 9, virtualNetworkId: 77,
                      targetId: eni-target9, tags: { team: ids } }
                  - { id: tms-held, status: Modifying }
                  - { id: tms-locked, businessStatus: FinancialLocked }
                  - { id: tms-add }
                  - { id: tms-dry }
                  - { id: tms-token }
                  - { id: tms-drop }
                  - { id: tms-errors }
                  - { id: tms-spare1 }
                  - { id: tms-spare2 }
              - { id: cn-shenzhen, serviceOpened: false, sessions: [{ id: tms-x }] }
          - name: life
            accessKeyId: LTAIlifecycle
            accessKeySecret: lifecycle-secret
            regions:
              - id: cn-hongkong
                filters: [{ id: tmf-life }, { id: tmf-used }]
                sessions:
                  - { id: tms-tagged, filterId: tmf-used, priority: 1 }
                  - { id: tms-tagged2, filterId: tmf-used, priority: 2, tags: { a: "2" } }
              - { id: cn-shenzhen, serviceOpened: false }
              - { id: cn-beijing, serviceOpened: false }
          - name: limits
            accessKeyId: LTAIlimits
            accessKeySecret: limits-secret
            regions:
              - id: cn-hongkong
                largeTargets: [eni-large, eni-roomy]
                filters: [{ id: tmf-limits }]
                sessions:
                  - id: tms-ten
                    priority: 5
                    sources: [eni-a0, eni-a1, eni-a2, eni-a3, eni-a4, eni-a5, eni-a6, eni-a7, eni-a8, eni-a9]
          - name: arrears
            accessKeyId: LTAIarrears
            accessKeySecret: arrears-secret
            regions: [{ id: cn-hongkong, filters: [{ id: tmf-owed }], sessions: [{ id: tms-owed }] }]
          - name: sts
            accessKeyId: STS.conformance
            accessKeySecret: sts-secret
            securityToken: sts-token+/=
            regions: [{ id: cn-hongkong, sessions: [{ id: tms-sts }] }]
          - name: expired
            accessKeyId: STS.expired
            accessKeySecret: expired-secret
            securityToken: expired-token
            expiresIn: 0s
            regions: [{ id: cn-hongkong }]
        """;

    public bool Missing { get; private set; }

    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>The operations that the script has called with success.</summary>
    public IReadOnlyList<string> Operations { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var emulator = new VpcEmulator(EmulatorSeed.Parse(Seed, "conformance"), TimeProvider.System);
        var lines = await SdkScript.RunAsync("conformance.mjs", "vpc20160428", emulator);
        (Missing, Lines) = (lines is null, lines ?? []);
        var answered = emulator.Snapshot().Calls.Where(call => call.Code == "OK").Select(call => call.Action);
        Operations = [.. answered.Distinct().Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
