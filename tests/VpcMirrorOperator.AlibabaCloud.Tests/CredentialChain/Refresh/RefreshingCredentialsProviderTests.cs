using VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.TestSupport.Cloud;
using Keys = VpcMirrorOperator.AlibabaCloud.Credentials.CloudCredentials;

namespace VpcMirrorOperator.AlibabaCloud.Tests.CredentialChain.Refresh;

public class RefreshingCredentialsProviderTests
{
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _time = TestClient.Time();

    [Fact]
    public async Task Keeps_keys_until_fifteen_minutes_before_their_end()
    {
        var (provider, source) = Create();
        Assert.Equal("1", await GetAsync(provider));
        _time.Advance(TimeSpan.FromMinutes(45) - TimeSpan.FromSeconds(1));
        Assert.Equal("1", await GetAsync(provider));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("2", await GetAsync(provider));
        Assert.Equal(2, source.Fetches);
    }

    [Fact]
    public async Task Does_not_renew_keys_of_fifteen_minutes_on_every_call()
    {
        var (provider, source) = Create(minutes: 15);
        await GetAsync(provider);
        _time.Advance(TimeSpan.FromMinutes(9));
        await GetAsync(provider);
        Assert.Equal(1, source.Fetches);
        _time.Advance(TimeSpan.FromMinutes(1));
        await GetAsync(provider);
        Assert.Equal(2, source.Fetches);
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_one_fetch()
    {
        var (provider, source) = Create();
        source.Gate = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 5).Select(_ => GetAsync(provider)).ToArray();
        source.Gate.SetResult();
        Assert.All(await Task.WhenAll(callers), id => Assert.Equal("1", id));
        Assert.Equal(1, source.Fetches);
    }

    [Fact]
    public async Task Nobody_waits_for_a_refresh_while_the_keys_are_valid()
    {
        var (provider, source) = Create();
        await GetAsync(provider);
        _time.Advance(TimeSpan.FromMinutes(50));
        source.Gate = new TaskCompletionSource();
        Assert.Equal("1", await GetAsync(provider));
        Assert.Equal("1", await GetAsync(provider));
        source.Gate.SetResult();
        Assert.Equal("2", await GetAsync(provider));
        Assert.Equal(2, source.Fetches);
    }

    [Fact]
    public async Task Whoever_finds_the_keys_expired_joins_the_refresh_under_way()
    {
        var (provider, source) = Create();
        await GetAsync(provider);
        _time.Advance(TimeSpan.FromMinutes(50));
        source.Gate = new TaskCompletionSource();
        await GetAsync(provider);
        _time.Advance(TimeSpan.FromMinutes(11));
        var waiting = GetAsync(provider);
        source.Gate.SetResult();
        Assert.Equal("2", await waiting);
        Assert.Equal(2, source.Fetches);
    }

    [Fact]
    public async Task Without_keys_a_source_that_failed_is_asked_again_after_a_pause_that_grows_to_half_a_minute()
    {
        var (provider, source) = Create();
        source.Fails = true;
        await Assert.ThrowsAsync<CloudException>(() => GetAsync(provider));
        foreach (var pause in new[] { 1, 2, 4, 8, 16, 30, 30 })
        {
            var fetches = source.Fetches;
            var told = await Assert.ThrowsAsync<CloudException>(() => GetAsync(provider));
            Assert.Equal(("c", TimeSpan.FromSeconds(pause), fetches), (told.Code, told.RetryAfter!.Value, source.Fetches));
            _time.Advance(TimeSpan.FromSeconds(pause));
            await Assert.ThrowsAsync<CloudException>(() => GetAsync(provider));
            Assert.Equal(fetches + 1, source.Fetches);
        }

        source.Fails = false;
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("9", await GetAsync(provider));
    }

    [Fact]
    public async Task A_cancelled_caller_does_not_stop_the_fetch_for_the_others()
    {
        var (provider, source) = Create();
        source.Gate = new TaskCompletionSource();
        using var cancel = new CancellationTokenSource();
        var first = provider.GetAsync(cancel.Token).AsTask();
        var second = GetAsync(provider);
        await cancel.CancelAsync();
        source.Gate.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("1", await second);
    }

    [Fact]
    public async Task Old_keys_serve_until_they_expire_when_the_refresh_fails()
    {
        var (provider, source) = Create();
        await GetAsync(provider);
        source.Fails = true;
        _time.Advance(TimeSpan.FromMinutes(45));
        Assert.Equal("1", await GetAsync(provider));
        Assert.Equal("1", await GetAsync(provider));
        Assert.Equal(2, source.Fetches);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("1", await GetAsync(provider));
        Assert.Equal(3, source.Fetches);
        _time.Advance(TimeSpan.FromMinutes(14));
        await Assert.ThrowsAsync<CloudException>(() => GetAsync(provider));
    }

    [Fact]
    public async Task Invalidated_keys_are_fetched_anew()
    {
        var (provider, _) = Create();
        await GetAsync(provider);
        provider.Invalidate();
        Assert.Equal("2", await GetAsync(provider));
    }

    [Fact]
    public void Keys_are_never_printed()
    {
        var keys = new Keys("AKID", "SECRET", "TOKEN", _time.GetUtcNow(), "p");
        Assert.Equal("p (until 2026-11-22 21:19:07Z)", keys.ToString());
        Assert.DoesNotContain("SECRET", new HeldCredentials(keys, _time.GetUtcNow()).ToString(), StringComparison.Ordinal);
    }

    private (RefreshingCredentialsProvider, Source) Create(double minutes = 60)
    {
        var source = new Source(_time, minutes);
        return (new(source, _time), source);
    }

    private static async Task<string> GetAsync(RefreshingCredentialsProvider provider) =>
        (await provider.GetAsync(TestContext.Current.CancellationToken)).AccessKeyId;

    private sealed class Source(TimeProvider time, double minutes) : ICredentialsSource
    {
        public string Name => "source";

        public int Fetches { get; private set; }

        public bool Fails { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public async Task<Keys> FetchAsync(CancellationToken cancellationToken)
        {
            var number = ++Fetches;
            if (Gate is { } gate) await gate.Task;
            if (Fails) throw new CloudException("a", "c", "d");
            return new($"{number}", "s", "t", time.GetUtcNow().AddMinutes(minutes), Name);
        }
    }
}
