using System.Text;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>What an informer keeps, and what it goes through, does not depend on what people write into objects.</summary>
[Collection(nameof(Alone))]
public sealed class InformerMemoryTests : IDisposable
{
    private const int Objects = 2_000;
    private const int Annotation = 255 * 1024;
    private static readonly byte[] Filler = Encoding.UTF8.GetBytes(new string('x', Annotation));
    private const string End =
        """{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}}}}""" + "\n";

    private readonly InformerRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Half_a_gigabyte_of_annotations_leaves_no_trace()
    {
        _rig.Kube.Server.Then(Answer(Pages()));
        using var watch = _rig.ThenWatch();
        var (held, allocated) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetAllocatedBytesForCurrentThread());
        _rig.Run();
        var transient = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - held;
        Assert.Equal(Objects, _rig.Informer.List().Count);
        // The buffer is as large as two objects, and 8 KiB for each object are strings, indexes and what the test writes down.
        Assert.InRange(transient, 1, (Objects * 8 * 1024) + (4 * Annotation));
        Assert.InRange(kept, long.MinValue, Objects * 2 * 1024);
    }

    [Fact]
    public void Events_with_large_annotations_leave_no_trace()
    {
        _rig.Kube.Server.Then(InformerRig.List("10")).Then(Answer(Events()));
        var (held, allocated) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetAllocatedBytesForCurrentThread());
        _rig.Run();
        var transient = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - held;
        Assert.Equal(Objects, _rig.Informer.List().Count);
        Assert.InRange(transient, 1, (Objects * 8 * 1024) + (4 * Annotation));
        Assert.InRange(kept, long.MinValue, Objects * 2 * 1024);
    }

    [Fact]
    public void Initial_events_with_large_annotations_leave_no_trace()
    {
        using var rig = new InformerRig(o => o with { StreamsLists = true });
        rig.Kube.Server.Then(Answer(Events().Append(Encoding.UTF8.GetBytes(End))));
        var (held, allocated) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetAllocatedBytesForCurrentThread());
        rig.Run();
        var transient = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - held;
        Assert.Equal(Objects, rig.Informer.List().Count);
        Assert.InRange(transient, 1, (Objects * 8 * 1024) + (4 * Annotation));
        Assert.InRange(kept, long.MinValue, Objects * 2 * 1024);
    }

    private static HttpResponseMessage Answer(IEnumerable<ReadOnlyMemory<byte>> pieces) =>
        new() { Content = new StreamContent(new PiecesStream(pieces)), Version = new Version(2, 0) };

    private static IEnumerable<ReadOnlyMemory<byte>> Pages()
    {
        yield return Encoding.UTF8.GetBytes("""{"apiVersion":"v1","items":[""");
        for (var i = 0; i < Objects; i++)
        {
            yield return Encoding.UTF8.GetBytes((i > 0 ? "," : "") + """{"metadata":{"annotations":{"note":" """);
            yield return Filler;
            yield return Encoding.UTF8.GetBytes(Rest(i));
        }

        yield return Encoding.UTF8.GetBytes("""],"kind":"WidgetList","metadata":{"resourceVersion":"10"}}""");
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Events()
    {
        for (var i = 0; i < Objects; i++)
        {
            yield return Encoding.UTF8.GetBytes("""{"type":"ADDED","object":{"metadata":{"annotations":{"note":" """);
            yield return Filler;
            yield return Encoding.UTF8.GetBytes(Rest(i) + "}\n");
        }
    }

    private static string Rest(int i) => '"'
        + $$$"""},"managedFields":[{"manager":"k"}],"name":"w{{{i}}}","namespace":"ns","resourceVersion":"{{{i}}}"},"data":{}}""";
}
