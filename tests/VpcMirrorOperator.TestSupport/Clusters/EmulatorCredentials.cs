namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary>The key of the demo seed's account; it opens nothing but an emulator.</summary>
public static class EmulatorCredentials
{
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "LTAIemulatordemo",
        ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "emulator-demo-secret",
    };
}
