using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Commands;

namespace VpcMirrorOperator.Tests.Commands;

public sealed class CloudPatienceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _notices = [];
    private int _attempts;

    [Fact]
    public async Task A_minute_of_throttling_ends_no_read_and_is_announced_once()
    {
        var answer = await RunAsync(limit: TimeSpan.FromMinutes(2), () => _time.GetUtcNow() < Start.AddMinutes(1) ? Throttled : null);

        Assert.Equal(7, answer);
        Assert.True(_attempts > 3);
        var notice = Assert.Single(_notices);
        Assert.StartsWith("Waiting for cn-hangzhou, at most 2 min more: ", notice, StringComparison.Ordinal);
        Assert.Contains("Throttling.User", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cloud_that_never_answers_ends_a_read_within_the_limit_with_its_last_error()
    {
        var error = await Assert.ThrowsAsync<CloudException>(() => RunAsync(TimeSpan.FromMinutes(2), () => Unreachable));

        Assert.Equal(ClientErrorCodes.ConnectionFailed, error.Code);
        Assert.InRange(_time.GetUtcNow() - Start, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_new_cause_is_announced_too()
    {
        await RunAsync(TimeSpan.FromMinutes(2), () => _attempts switch { < 3 => Throttled, < 5 => Unreachable, _ => null });

        Assert.Equal(2, _notices.Count);
    }

    [Fact]
    public async Task What_needs_a_person_ends_a_read_at_once()
    {
        var refused = new CloudException("List", "Forbidden.RAM", "no");

        await Assert.ThrowsAsync<CloudException>(() => RunAsync(TimeSpan.FromMinutes(2), () => refused));

        Assert.Equal((1, 0), (_attempts, _notices.Count));
    }

    [Fact]
    public async Task The_cloud_is_not_asked_again_before_the_time_that_it_names()
    {
        var asked = new CloudException("List", "Throttling", "slow") { RetryAfter = TimeSpan.FromSeconds(40) };

        await RunAsync(TimeSpan.FromMinutes(2), () => _attempts == 1 ? asked : null);

        Assert.True(_time.GetUtcNow() - Start >= TimeSpan.FromSeconds(40));
    }

    private static CloudException Throttled => new("List", "Throttling.User", "slow down");

    private static CloudException Unreachable => new("List", ClientErrorCodes.ConnectionFailed, "no route");

    private DateTimeOffset Start => _time.Start;

    private async Task<int> RunAsync(TimeSpan limit, Func<CloudException?> problem)
    {
        var patience = new CloudPatience(limit, _time, _notices.Add);
        var reading = patience.ReadAsync("cn-hangzhou", _ => Attempt(problem), TestContext.Current.CancellationToken);
        while (!reading.IsCompleted) _time.Advance(TimeSpan.FromSeconds(1));
        return await reading;
    }

    private ValueTask<int> Attempt(Func<CloudException?> problem)
    {
        _attempts++;
        return problem() is { } error ? ValueTask.FromException<int>(error) : ValueTask.FromResult(7);
    }
}
