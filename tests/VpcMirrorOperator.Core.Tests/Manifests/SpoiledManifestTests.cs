using System.Text;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Core.Tests.Manifests;

/// <summary>Whatever is in a manifest: objects, or errors that name the file and a line of it.</summary>
public class SpoiledManifestTests
{
    private static readonly string[] Good =
    [
        """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata: {name: web, namespace: "team", labels: {"a": "b"}, annotations: {"vpcmirror.io/approved-plan": "abc"}}
        spec:
          regionId: "cn-hangzhou"
          trafficMirrorSessionId: tms-a1
          sourceIds: [eni-a1, "eni-b2"]
          safety: {allowEmpty: true, maxRemovals: "20%"}
          suspend: false
          driftCheckInterval: 5m
        ---
        {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x"}}, null, 7]}
        """,
        """
        {"apiVersion":"vpcmirror.io/v1alpha1","kind":"TrafficMirrorSession","metadata":{"name":"web","managedFields":[{"manager":"x"}]},
        "spec":{"regionId":"cn-hangzhou","trafficMirrorSessionId":"tms-a1","sourceIds":["eni-a1"],"validateWithDryRun":true},
        "status":{"conditions":[{"type":"Ready"}]}}
        """,
        "# a comment\n---\napiVersion: &anchor v1\nkind: *anchor\nmetadata: |\n  text\nspec: >-\n  folded\n? [complex]\n: !!str 7\n",
    ];

    [Fact]
    public void Is_read_or_named_in_the_errors() => Fuzz.Run(5_000, Good, content =>
    {
        var set = Manifest.Parse(Encoding.UTF8.GetString(content));
        Assert.All(set.Errors, error => Assert.Equal(("m.yaml", true), (error.File, error.Line >= 0 && error.Message.Length > 0)));
        // What is without an error is whole: it would be acted on.
        if (set.Errors.Count == 0) Assert.All(set.Objects, one => Assert.NotEmpty(one.Metadata.Name));
    });
}
