using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.TestSupport;

/// <summary>A small valid manifest, and ways to spoil it.</summary>
internal static class Manifest
{
    public const string Valid = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata:
          name: web
        spec:
          regionId: cn-hangzhou
          trafficMirrorSessionId: tms-a1
          sourceIds:
          - eni-a1
          - eni-b2
        """;

    public static ManifestSet Parse(string text) => ManifestParser.Parse([new ManifestText("m.yaml", text)], KindRegistry.Manifests);

    /// <summary>The valid manifest with one text replaced, which must be there.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Valid, StringComparison.Ordinal);
        return Valid.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>The valid manifest with lines added to its spec.</summary>
    public static string WithSpec(string lines) => Valid + "\n  " + lines.Replace("\n", "\n  ", StringComparison.Ordinal);
}
