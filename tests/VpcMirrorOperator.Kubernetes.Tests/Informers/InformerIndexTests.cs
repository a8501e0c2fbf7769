using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>Finding objects by several indexes.</summary>
public sealed class InformerIndexTests : IDisposable
{
    private readonly InformerRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void An_object_is_found_under_each_of_its_values()
    {
        _rig.Sync(Widget.Named("a", "light red"), Widget.Named("b", "dark red"));
        Assert.Equal(["a", "b"], Found("word", "red"));
        Assert.Equal(["b"], Found("word", "dark"));
        Assert.Equal(["a"], Found("colour", "light red"));
        Assert.Empty(Found("colour", "red"));
    }

    [Fact]
    public void A_change_moves_the_object_in_all_indexes()
    {
        var body = _rig.Sync(Widget.Named("a", "light red"), Widget.Named("b", "light blue"));
        _rig.Kube.Do(() => body.Event("MODIFIED", InformerRig.Json(Widget.Named("a", "light green", "11"))));
        Assert.Empty(Found("word", "red"));
        Assert.Equal(["a", "b"], Found("word", "light"));
        Assert.Equal(["a"], Found("colour", "light green"));
        Assert.Equal("light green", _rig.Informer.FindByIndex("word", "light")[0].Data["colour"]);
        _rig.Kube.Do(() => body.Event("DELETED", InformerRig.Json(Widget.Named("a", "light green", "12"))));
        Assert.Equal(["b"], Found("word", "light"));
    }

    [Fact]
    public void An_object_with_the_same_value_twice_is_found_once_and_gone_once()
    {
        var body = _rig.Sync(Widget.Named("a", "red red"));
        Assert.Equal(["a"], Found("word", "red"));
        _rig.Kube.Do(() => body.Event("DELETED", InformerRig.Json(Widget.Named("a", "red red", "11"))));
        Assert.Empty(Found("word", "red"));
    }

    [Fact]
    public void An_object_without_a_value_is_in_no_index_but_in_the_cache()
    {
        _rig.Sync(Widget.Named("a") with { Data = [] });
        Assert.Empty(Found("colour", ""));
        Assert.Single(_rig.Informer.List());
    }

    [Fact]
    public void An_index_that_does_not_exist_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => _rig.Informer.FindByIndex("color", "red"));
        Assert.Contains("'color'", error.Message, StringComparison.Ordinal);
    }

    private IEnumerable<string> Found(string index, string value) =>
        _rig.Informer.FindByIndex(index, value).Select(w => w.Metadata.Name);
}
