using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Core.Tests.Storage;

/// <summary>What the server said of objects that the cache does not have yet, or still has (rules P10 and P16).</summary>
public class UnseenWritesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private readonly OwnWrites<TrafficMirrorSession> _own = new();

    [Fact]
    public void What_was_made_is_there_before_the_cache_has_it()
    {
        var made = Of("u1", "5");
        _own.Learn(made.Key(), made, null);
        Assert.Same(made, _own.Newer(made.Key(), null));
        Assert.Equal([made], _own.Unseen);
    }

    [Fact]
    public void It_is_kept_until_the_cache_has_seen_it_and_then_the_cache_counts()
    {
        var made = Of("u1", "5");
        _own.Learn(made.Key(), made, null);
        _own.Seen(null, Of("u1", "6"));
        Assert.Equal(0, _own.Count);
        Assert.Empty(_own.Unseen);
        Assert.Null(_own.Newer(made.Key(), null));
    }

    [Fact]
    public void The_end_of_an_earlier_object_of_that_name_is_no_news_of_it()
    {
        var (earlier, made) = (Of("u0", "3", minutes: -9), Of("u1", "5"));
        _own.Learn(made.Key(), made, earlier);
        Assert.Same(made, _own.Newer(made.Key(), earlier));
        _own.Seen(earlier, null);
        Assert.Same(made, _own.Newer(made.Key(), null));
    }

    [Fact]
    public void Its_own_end_is()
    {
        var made = Of("u1", "5");
        _own.Learn(made.Key(), made, null);
        _own.Seen(Of("u1", "7"), null);
        Assert.Null(_own.Newer(made.Key(), null));
        Assert.Equal(0, _own.Count);
    }

    [Fact]
    public void A_later_object_of_that_name_goes_before_what_was_made()
    {
        var (made, later) = (Of("u1", "5"), Of("u2", "9", minutes: 1));
        _own.Learn(made.Key(), made, null);
        Assert.Same(later, _own.Newer(made.Key(), later));
    }

    [Fact]
    public void What_the_server_says_goes_before_an_older_cache_until_the_cache_has_news()
    {
        var (cached, read) = (Of("u1", "3"), Of("u1", "5"));
        _own.Learn(read.Key(), read, cached);
        Assert.Same(read, _own.Newer(read.Key(), cached));
        var news = Of("u1", "6");
        _own.Seen(cached, news);
        Assert.Same(news, _own.Newer(read.Key(), news));
        Assert.Equal(0, _own.Count);
    }

    [Fact]
    public void Where_server_and_cache_agree_nothing_is_kept()
    {
        _own.Learn(Of("u1", "5").Key(), Of("u1", "5"), Of("u1", "5"));
        Assert.Equal(0, _own.Count);
    }

    [Fact]
    public void What_the_server_says_is_gone_is_gone_before_the_cache_knows_it()
    {
        var cached = Of("u1", "5");
        _own.Learn(cached.Key(), null, cached);
        Assert.Null(_own.Newer(cached.Key(), cached));
        // Late news of the object that is gone.
        _own.Seen(cached, Of("u1", "6"));
        Assert.Null(_own.Newer(cached.Key(), Of("u1", "6")));
        _own.Seen(Of("u1", "6"), null);
        var next = Of("u2", "9");
        Assert.Same(next, _own.Newer(next.Key(), next));
    }

    [Fact]
    public void Another_object_of_that_name_is_not_gone_with_it()
    {
        var cached = Of("u1", "5");
        _own.Learn(cached.Key(), null, cached);
        var next = Of("u2", "9");
        Assert.Same(next, _own.Newer(next.Key(), next));
        _own.Seen(cached, next);
        Assert.Same(next, _own.Newer(next.Key(), next));
    }

    [Fact]
    public void What_the_server_said_last_counts()
    {
        var cached = Of("u1", "5");
        _own.Learn(cached.Key(), null, cached);
        _own.Learn(cached.Key(), Of("u1", "5"), cached);
        Assert.Same(cached, _own.Newer(cached.Key(), cached));
        var newer = Of("u1", "6");
        _own.Learn(cached.Key(), newer, cached);
        _own.Learn(cached.Key(), null, null);
        Assert.Same(cached, _own.Newer(cached.Key(), cached));
    }

    private static TrafficMirrorSession Of(string uid, string version, int minutes = 0) => Declared.With(meta => meta with
    {
        Uid = uid, ResourceVersion = version, CreationTimestamp = Now.AddMinutes(minutes),
    });
}
