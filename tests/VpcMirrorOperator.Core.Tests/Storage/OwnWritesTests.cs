using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Core.Tests.Storage;

public class OwnWritesTests
{
    private readonly OwnWrites<TrafficMirrorSession> own = new();

    [Fact]
    public void An_object_is_read_as_written_while_the_cache_is_behind()
    {
        own.Note(Declared.At("1"), Declared.At("2"), Declared.At("1"));
        Assert.Equal("2", Read("1"));
    }

    [Fact]
    public void The_latest_of_several_writes_counts_whichever_of_them_the_cache_has_reached()
    {
        own.Note(Declared.At("1"), Declared.At("2"), Declared.At("1"));
        own.Note(Declared.At("2"), Declared.At("3"), Declared.At("1"));
        Assert.Equal(["3", "3"], [Read("1"), Read("2")]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("9")]
    public void The_cache_counts_once_it_has_left_the_versions_before_the_write(string cached)
    {
        own.Note(Declared.At("1"), Declared.At("2"), Declared.At("1"));
        Assert.Equal(cached, Read(cached));
        Assert.Equal(0, own.Count);
    }

    [Fact]
    public void An_object_that_is_gone_stays_gone()
    {
        own.Note(Declared.At("1"), Declared.At("2"), Declared.At("1"));
        Assert.Null(own.Newer(Declared.At("1").Key(), null));
        Assert.Equal(0, own.Count);
    }

    [Fact]
    public void Another_life_of_the_object_is_not_covered_by_writes_to_the_former()
    {
        own.Note(Declared.At("1"), Declared.At("2"), Declared.At("1"));
        var next = Declared.With(meta => meta with { Uid = "u2" });
        Assert.Same(next, own.Newer(next.Key(), next));
    }

    [Fact]
    public void Nothing_is_kept_when_the_cache_was_faster_than_the_answer()
    {
        own.Note(Declared.At("1"), Declared.At("2"), Declared.At("2"));
        Assert.Equal(0, own.Count);
    }

    private string? Read(string cached) => own.Newer(Declared.At(cached).Key(), Declared.At(cached))?.Metadata.ResourceVersion;
}
