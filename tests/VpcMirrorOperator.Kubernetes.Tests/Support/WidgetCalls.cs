using System.Text.Json.Nodes;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>Calls about the widget "a" in the namespace "ns".</summary>
internal static class WidgetCalls
{
    /// <summary>An answer: the widget as it is stored.</summary>
    public const string Red = """{"metadata":{"name":"a","namespace":"ns","resourceVersion":"7"},"data":{"colour":"red"}}""";

    public static readonly ResourcePath One = Widget.Path.Of(new ObjectKey("ns", "a"));

    public static Task<Widget> Get(this KubeRig rig) => rig.GetUntil(CancellationToken.None);

    public static Task<Widget> GetUntil(this KubeRig rig, CancellationToken cancellationToken) =>
        rig.Start(() => rig.Client.GetAsync(One, WidgetJson.Default.Widget, cancellationToken));

    public static Task<Widget> Create(this KubeRig rig) =>
        rig.Start(() => rig.Client.CreateAsync(Widget.Path.In("ns"), Widget.Named("a"), WidgetJson.Default.Widget, default));

    public static Task<Widget> PatchStatus(this KubeRig rig)
    {
        var patch = (JsonObject)JsonNode.Parse("""{"data":{"colour":null}}""")!;
        return rig.Start(() => rig.Client.PatchAsync(
            One.Status, patch, WidgetJson.Default.JsonObject, WidgetJson.Default.Widget, default));
    }

    public static Task Delete(this KubeRig rig, Preconditions? only) => rig.Start(() => rig.Client.DeleteAsync(One, only, default));
}
