using System.Text.Json;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Model;

public class ObjectMetaTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":null,"labels":null,"annotations":null,"finalizers":null,"creationTimestamp":null}""")]
    public void Missing_and_null_fields_read_as_empty(string json)
    {
        var meta = JsonSerializer.Deserialize(json, ModelJson.Default.ObjectMeta)!;
        Assert.Equal(("", "", "", ""), (meta.Name, meta.Namespace, meta.Uid, meta.ResourceVersion));
        Assert.Empty(meta.Labels);
        Assert.Empty(meta.Annotations);
        Assert.Empty(meta.Finalizers);
        Assert.Null(meta.CreationTimestamp);
        Assert.Null(meta.DeletionTimestamp);
    }

    [Fact]
    public void Reads_what_an_api_server_sends()
    {
        var meta = JsonSerializer.Deserialize(
            """
            {"name":"ids","namespace":"security","uid":"6a1f","resourceVersion":"812","generation":3,
             "creationTimestamp":"2026-03-01T12:00:05Z","deletionTimestamp":"2026-03-02T00:00:00Z",
             "labels":{"team":"net"},"annotations":{"a":"b","c":{"not":["text"]}},"finalizers":["vpcmirror.io/detach"],
             "managedFields":[{"manager":"kubectl","fieldsV1":{"f:spec":{}}}]}
            """,
            ModelJson.Default.ObjectMeta)!;
        Assert.Equal(new ObjectKey("security", "ids"), meta.Key);
        Assert.Equal(("6a1f", "812", 3L), (meta.Uid, meta.ResourceVersion, meta.Generation));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 5, TimeSpan.Zero), meta.CreationTimestamp);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), meta.DeletionTimestamp);
        Assert.Empty(meta.Labels);
        Assert.Empty(meta.Annotations);
        Assert.Equal(["vpcmirror.io/detach"], meta.Finalizers);
    }

    [Fact]
    public void Times_that_are_not_set_are_not_written()
    {
        var json = JsonSerializer.Serialize(new ObjectMeta { Name = "ids" }, ModelJson.Default.ObjectMeta);
        Assert.DoesNotContain("Timestamp", json, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"ids\"", json, StringComparison.Ordinal);
    }
}
