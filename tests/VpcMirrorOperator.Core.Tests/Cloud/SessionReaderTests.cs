using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

/// <summary>Reads share calls (ADR 8).</summary>
public sealed class SessionReaderTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private readonly VirtualThread _thread = new();
    private readonly ListEndpoint _cloud;
    private readonly SessionReader _reader;

    public SessionReaderTests()
    {
        _cloud = new ListEndpoint(_thread.Time);
        _reader = new SessionReader(TestClient.Create(_cloud, _thread.Time), _thread.Time);
    }

    public void Dispose() => _cloud.Dispose();

    [Theory]
    [InlineData(7, 1)]
    [InlineData(100, 1)]
    [InlineData(250, 3)]
    public void Reads_of_the_same_moment_share_calls_of_at_most_100_ids(int sessions, int calls)
    {
        var snapshots = ReadAll(sessions);
        Assert.Equal(calls, _cloud.Calls.Count);
        Assert.Equal(sessions, _cloud.Calls.Sum(ids => ids.Length));
        Assert.All(_cloud.Calls, ids => Assert.InRange(ids.Length, 1, 100));
        for (var i = 0; i < sessions; i++) Assert.Equal([$"eni-oftms{i}"], snapshots[i].Session!.Sources);
    }

    [Fact]
    public void A_session_of_another_account_is_not_read_with_this_client()
    {
        var error = Assert.Throws<ArgumentException>(() => _reader.Expect(Session(1) with { Account = "other" }));
        Assert.Contains("account other", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_pages_are_followed()
    {
        _cloud.PageSize = 3;
        Assert.All(ReadAll(10), snapshot => Assert.NotNull(snapshot.Session));
        Assert.Equal((1, 4), (_cloud.Calls.Count, _cloud.Pages));
    }

    [Fact]
    public void One_call_is_under_way_at_a_time_and_what_comes_meanwhile_shares_the_next()
    {
        _cloud.Latency = TimeSpan.FromSeconds(1);
        var later = new List<Task<SessionSnapshot>>();
        var first = Read(0);
        _thread.Pass(TimeSpan.FromMilliseconds(500));
        later.AddRange(Enumerable.Range(1, 5).Select(i => Read(i)));
        _thread.Run(() => Task.WhenAll([first, .. later]));
        Assert.Equal((2, 1), (_cloud.Calls.Count, _cloud.MostAtOnce));
    }

    [Fact]
    public void A_snapshot_that_is_young_enough_costs_no_call_and_an_older_one_does()
    {
        ReadAll(1);
        _thread.Pass(TimeSpan.FromSeconds(10));
        _thread.Run(() => Read(0, TimeSpan.FromSeconds(11)));
        Assert.Single(_cloud.Calls);
        _thread.Run(() => Read(0, TimeSpan.FromSeconds(9)));
        Assert.Equal(2, _cloud.Calls.Count);
    }

    [Fact]
    public void A_read_is_never_answered_by_a_call_that_began_before_it_if_it_asks_for_now()
    {
        _cloud.Latency = TimeSpan.FromSeconds(1);
        var first = Read(0, TimeSpan.Zero);
        _thread.Pass(TimeSpan.FromMilliseconds(500));
        var (second, asked) = (Read(0, TimeSpan.Zero), _thread.Time.GetUtcNow());
        Assert.True(_thread.Run(() => first).ReadAt < asked);
        Assert.True(_thread.Run(() => second).ReadAt >= asked);
        Assert.Equal(2, _cloud.Calls.Count);
    }

    [Fact]
    public void A_call_that_is_made_anyway_refreshes_announced_sessions_and_those_half_way_to_too_old()
    {
        ReadAll(3);
        _reader.Expect(Session(9));
        _thread.Pass(Interval / 2);
        _thread.Run(() => Read(0, TimeSpan.Zero));
        Assert.Equal(["tms-0", "tms-1", "tms-2", "tms-9"], _cloud.Calls[1].Order());
        _reader.Forget(Session(1));
        _reader.Forget(Session(9));
        _thread.Pass(Interval / 3);
        _thread.Run(() => Read(0, TimeSpan.Zero));
        Assert.Equal(["tms-0"], _cloud.Calls[2]);
    }

    [Fact]
    public void A_session_that_the_cloud_does_not_list_is_read_as_null()
    {
        _cloud.Unknown.Add("tms-1");
        Assert.Equal([false, true, false], ReadAll(3).Select(snapshot => snapshot.Session is null));
    }

    [Fact]
    public void An_error_reaches_everybody_who_waits_and_the_next_read_works()
    {
        _cloud.Failures = 1;
        var reads = Enumerable.Range(0, 3).Select(i => Read(i)).ToList();
        foreach (var read in reads) Assert.Equal("ServiceUnavailable", Assert.Throws<CloudException>(() => _thread.Run(() => read)).Code);
        Assert.Single(_cloud.Calls);
        Assert.NotNull(_thread.Run(() => Read(0)).Session);
    }

    [Fact]
    public void A_region_that_does_not_answer_is_called_once_for_all_and_then_nobody_waits_for_it()
    {
        _cloud.Latency = TimeSpan.FromHours(1);
        var first = Enumerable.Range(0, 250).Select(i => Read(i)).ToList();
        _thread.Pass(TimeSpan.FromSeconds(10.1));
        foreach (var read in first)
            Assert.Equal(ClientErrorCodes.Timeout, Assert.Throws<CloudException>(() => _thread.Run(() => read)).Code);

        var began = _thread.Time.GetUtcNow();
        for (var i = 0; i < 60; i++)
        {
            var told = Assert.Throws<CloudException>(() => _thread.Run(() => Read(i)));
            Assert.Equal(ClientErrorCodes.Timeout, told.Code);
            Assert.InRange(told.RetryAfter!.Value, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1));
        }

        Assert.Equal((began, 1), (_thread.Time.GetUtcNow(), _cloud.Started));
    }

    [Fact]
    public void What_is_asked_for_is_told_when_it_is_there_and_nobody_waits_meanwhile()
    {
        var told = 0;
        PendingRead? read = null;
        _thread.Pass(TimeSpan.Zero, () => read = _reader.Ask(Session(1), Interval, () => told++));
        Assert.Equal((0, null), (told, read!.Answer));
        _thread.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal((1, "eni-oftms1"), (told, Assert.Single(read.Answer!.Get().Session!.Sources)));
        Assert.Same(read.Answer.Get(), _reader.Find(Session(1), Interval));
    }

    [Fact]
    public void Trouble_with_the_keys_is_not_taken_for_a_region_that_does_not_answer()
    {
        var keys = new Keys { Fail = true };
        var reader = new SessionReader(TestClient.Create(_cloud, _thread.Time, keys), _thread.Time);
        Task<SessionSnapshot> ReadAsync() => reader.ReadAsync(Session(1), Interval, CancellationToken.None).AsTask();
        Assert.Throws<CloudException>(() => _thread.Run(ReadAsync));
        keys.Fail = false;
        Assert.NotNull(_thread.Run(ReadAsync).Session);
    }

    [Fact]
    public void A_region_that_answers_again_is_found_out_within_half_a_minute()
    {
        _cloud.Latency = TimeSpan.FromHours(1);
        for (var i = 0; i < 12; i++)
        {
            Assert.Throws<CloudException>(() => _thread.Run(() => Read(i)));
            _thread.Pass(TimeSpan.FromSeconds(30));
        }

        _cloud.Latency = TimeSpan.Zero;
        Assert.All(ReadAll(1), snapshot => Assert.NotNull(snapshot.Session));
        Assert.All(ReadAll(60), snapshot => Assert.NotNull(snapshot.Session));
    }

    [Fact]
    public void A_region_that_answers_with_an_error_is_asked_again_at_once()
    {
        _cloud.Failures = 2;
        Assert.Throws<CloudException>(() => _thread.Run(() => Read(0)));
        Assert.Throws<CloudException>(() => _thread.Run(() => Read(0)));
        Assert.NotNull(_thread.Run(() => Read(0)).Session);
    }

    [Fact]
    public void Whoever_gives_up_does_not_disturb_the_others()
    {
        using var gone = new CancellationTokenSource();
        var (left, right) = (ReadUntil(0, Interval, gone.Token), Read(0));
        gone.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => _thread.Run(() => left));
        Assert.NotNull(_thread.Run(() => right).Session);
    }

    [Fact]
    public void Free_places_go_to_sessions_that_were_never_read_in_the_order_in_which_they_were_announced()
    {
        ReadAll(1);
        foreach (var number in new[] { 9, 3, 7 }) _reader.Expect(Session(number));
        _thread.Pass(Interval);
        _thread.Run(() => Read(5));
        Assert.Equal(["tms-5", "tms-9", "tms-3", "tms-7", "tms-0"], _cloud.Calls[^1]);
    }

    [Fact]
    public void Among_sessions_that_were_read_those_come_first_that_were_read_longest_ago()
    {
        foreach (var number in new[] { 2, 1, 3 })
        {
            _thread.Run(() => Read(number));
            _thread.Pass(TimeSpan.FromSeconds(1));
        }

        _thread.Pass(TimeSpan.FromMinutes(4));
        _thread.Run(() => Read(1, TimeSpan.Zero));
        Assert.Equal(["tms-1", "tms-2", "tms-3"], _cloud.Calls[^1]);
    }

    [Fact]
    public void Nothing_that_was_read_before_our_own_write_is_found_after_it_also_when_the_read_ends_later()
    {
        ReadAll(1);
        _thread.Pass(TimeSpan.FromSeconds(1));
        _reader.Wrote(Session(0));
        Assert.Null(_reader.Find(Session(0), Interval));
        _cloud.Latency = TimeSpan.FromSeconds(1);
        var read = Read(0);
        _thread.Pass(TimeSpan.FromMilliseconds(500));
        _reader.Wrote(Session(0));
        var after = Read(0);
        _thread.Run(() => Task.WhenAll(read, after));
        Assert.Equal(3, _cloud.Calls.Count);
        Assert.NotNull(_reader.Find(Session(0), Interval));
    }

    private static SessionRef Session(int number) => new(Accounts.Default, "cn-hangzhou", $"tms-{number}");

    /// <summary>Starts a read on the virtual thread.</summary>
    private Task<SessionSnapshot> Read(int number, TimeSpan? maxAge = null) =>
        ReadUntil(number, maxAge ?? Interval, CancellationToken.None);

    private Task<SessionSnapshot> ReadUntil(int number, TimeSpan maxAge, CancellationToken stop)
    {
        Task<SessionSnapshot>? read = null;
        _thread.Pass(TimeSpan.Zero, () => read = _reader.ReadAsync(Session(number), maxAge, stop).AsTask());
        return read!;
    }

    private SessionSnapshot[] ReadAll(int sessions) => _thread.Run(() => Task.WhenAll(Enumerable.Range(0, sessions)
        .Select(i => _reader.ReadAsync(Session(i), Interval, CancellationToken.None).AsTask())));

    private sealed class Keys : ICredentialsProvider
    {
        public bool Fail { get; set; }

        public string Name => "keys";

        public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken) => Fail
            ? throw new CloudException("GetKeys", ClientErrorCodes.Timeout, "no")
            : new(new CloudCredentials(TestClient.Key, TestClient.Secret, null, null, Name));

        public void Invalidate()
        {
        }
    }
}
