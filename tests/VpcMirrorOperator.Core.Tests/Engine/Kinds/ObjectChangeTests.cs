using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Engine.Kinds;

public class ObjectChangeTests
{
    public static TheoryData<string, Func<ObjectMeta, ObjectMeta>> Changes => new()
    {
        { "another life", meta => meta with { Uid = "u2" } },
        { "spec", meta => meta with { Generation = 2 } },
        { "deletion asked for", meta => meta with { DeletionTimestamp = DateTimeOffset.UnixEpoch } },
        { "annotation", meta => meta with { Annotations = new Dictionary<string, string> { ["a"] = "1" } } },
        { "label", meta => meta with { Labels = new Dictionary<string, string> { ["a"] = "1" } } },
        { "finalizer", meta => meta with { Finalizers = ["f"] } },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void What_others_change_needs_a_reconcile(string what, Func<ObjectMeta, ObjectMeta> change) =>
        Assert.True(ObjectChange.NeedsReconcile(Declared.At("1"), Declared.With(change)), what);

    [Fact]
    public void A_status_write_needs_none()
    {
        var written = Declared.At("2") with { Status = new TrafficMirrorSessionStatus { ObservedGeneration = 1 } };
        Assert.False(ObjectChange.NeedsReconcile(Declared.At("1"), written));
    }

    [Fact]
    public void Equal_annotations_that_were_read_separately_are_no_change()
    {
        static ObjectMeta Annotate(ObjectMeta meta) => meta with { Annotations = new Dictionary<string, string> { ["a"] = "1" } };
        Assert.False(ObjectChange.NeedsReconcile(Declared.With(Annotate), Declared.With(Annotate)));
    }

    [Fact]
    public void An_object_that_appears_or_vanishes_needs_a_reconcile()
    {
        Assert.True(ObjectChange.NeedsReconcile(null, Declared.At("1")));
        Assert.True(ObjectChange.NeedsReconcile(Declared.At("1"), null));
    }
}
