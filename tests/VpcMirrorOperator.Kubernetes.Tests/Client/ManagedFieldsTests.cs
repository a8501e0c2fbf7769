using System.Text;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

/// <summary>The field that nobody reads is cut out of an object's JSON, and nothing else.</summary>
public class ManagedFieldsTests
{
    private const string Field = """
        "managedFields":[{"fieldsV1":{"f:data":{"v:\"a}]\"":{},"k:{\"type\":\"}],\\\"name\"}":{".":{}}}},"manager":"\\"},{"time":"]"}]
        """;

    [Theory]
    [InlineData("""{"metadata":{"generation":1,FIELD,"name":"a"},"data":{}}""", """{"metadata":{"generation":1,"name":"a"},"data":{}}""")]
    [InlineData("""{"metadata":{FIELD,"name":"a"}}""", """{"metadata":{"name":"a"}}""")]
    [InlineData("""{"metadata":{"name":"a",FIELD},"data":{"x":"y"}}""", """{"metadata":{"name":"a"},"data":{"x":"y"}}""")]
    [InlineData("""{"metadata":{"name":"a","managedFields":[]}}""", """{"metadata":{"name":"a"}}""")]
    public void It_is_cut_wherever_it_stands_in_the_metadata(string json, string expected) => Assert.Equal(expected, Rest(json));

    [Theory]
    [InlineData("""{"metadata":{"name":"a"}}""")]
    [InlineData("""{"metadata":{FIELD}}""")]
    [InlineData("""{"metadata":{"annotations":{"a":"\"managedFields\":[1],"}}}""")]
    [InlineData("""{"metadata":{"annotations":{"managedFields":"[1],"}}}""")]
    [InlineData("""{"metadata":{"managedFields":null,"name":"a"}}""")]
    [InlineData("""{"metadata":{"name":"a","managedFields":[{"manager":"x"}""")]
    [InlineData("""{"metadata":{"name":"a","managedFields":""")]
    [InlineData("""managedFields":[]""")]
    public void What_is_written_otherwise_or_is_no_such_field_stays(string json) =>
        Assert.Equal(json.Replace("FIELD", Field, StringComparison.Ordinal), Rest(json));

    private static string Rest(string json) => ManagedFields.Without(
        Encoding.UTF8.GetBytes(json.Replace("FIELD", Field, StringComparison.Ordinal)),
        static (rest, encoding) => encoding.GetString(rest), Encoding.UTF8);
}
