using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Hosting.Serving;
using VpcMirrorOperator.Kubernetes.Reviews;

namespace VpcMirrorOperator.Core.Tests.Hosting.Serving;

public class VerdictCacheTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_verdict_is_believed_for_its_time_and_not_longer()
    {
        var cache = new VerdictCache(2, TimeSpan.FromSeconds(10), _time);
        cache.Add("a", AccessVerdict.Forbidden);
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(AccessVerdict.Forbidden, cache.Find("a"));
        Assert.Null(cache.Find("b"));
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Null(cache.Find("a"));
    }

    [Fact]
    public void However_many_tokens_come_the_newest_of_a_fixed_number_stay()
    {
        var cache = new VerdictCache(3, TimeSpan.FromSeconds(10), _time);
        for (var token = 0; token < 1000; token++) cache.Add(token.ToString(CultureInfo.InvariantCulture), AccessVerdict.Unauthenticated);
        Assert.Equal(3, cache.Count);
        Assert.NotNull(cache.Find("997"));
        Assert.Null(cache.Find("996"));
    }

    [Fact]
    public void A_token_that_is_renewed_again_and_again_takes_one_place_and_outlives_its_first_verdict()
    {
        var cache = new VerdictCache(3, TimeSpan.FromSeconds(10), _time);
        for (var round = 0; round < 100; round++)
        {
            cache.Add("a", AccessVerdict.Allowed);
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(AccessVerdict.Allowed, cache.Find("a"));
            Assert.Equal(1, cache.Count);
        }
    }

    [Fact]
    public void What_is_kept_is_no_token()
    {
        Assert.Equal(64, VerdictCache.DigestOf("secret").Length);
        Assert.DoesNotContain("secret", VerdictCache.DigestOf("secret"), StringComparison.Ordinal);
        Assert.NotEqual(VerdictCache.DigestOf("a"), VerdictCache.DigestOf("b"));
    }
}
