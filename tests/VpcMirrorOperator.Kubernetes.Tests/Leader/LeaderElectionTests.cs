using VpcMirrorOperator.Kubernetes.Leader;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Stand;

namespace VpcMirrorOperator.Kubernetes.Tests.Leader;

public sealed class LeaderElectionTests : IDisposable, ILeaderMetrics
{
    private const string HeldByB = """{"holderIdentity":"b","leaseDurationSeconds":15,"renewTime":"2026-03-01T11:00:00.000000Z","leaseTransitions":3}""";
    private readonly KubeRig rig = new();
    private readonly LeaseServer server = new();
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource work = new();
    private readonly List<bool> metrics = [];
    private CancellationToken workToken;
    private bool worked;
    private LeaderElection election = null!;

    public LeaderElectionTests()
    {
        rig.Server.Otherwise = null;
        for (var i = 0; i < 1000; i++) rig.Server.Then(server.AnswerAsync);
    }

    public void Dispose()
    {
        stop.Dispose();
        rig.Dispose();
    }

    [Fact]
    public void A_lease_that_does_not_exist_is_created_and_held()
    {
        Run();
        Assert.Equal(("a", 15, 0), (server.Holder, server.Seconds, server.Transitions));
        Assert.True(election.IsLeader);
        Assert.Equal([true], metrics);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"holderIdentity":"","leaseDurationSeconds":1,"leaseTransitions":3}""")]
    public void A_lease_whose_holder_is_absent_or_empty_is_taken_at_once(string spec)
    {
        server.Store(spec);
        Run();
        Assert.Equal("a", server.Holder);
    }

    [Fact]
    public void A_silent_holder_is_waited_for_by_our_own_clock_whatever_its_record_says()
    {
        server.Store(HeldByB);
        Run();
        rig.Advance(14.9);
        Assert.Equal("b", server.Holder);
        rig.Advance(2.5);
        Assert.Equal(("a", 4), (server.Holder, server.Transitions));
    }

    [Fact]
    public void A_holder_that_renews_is_left_alone()
    {
        Run(held: true);
        for (var i = 0; i < 10; i++)
        {
            rig.Advance(10);
            server.Store($$"""{"holderIdentity":"b","leaseDurationSeconds":15,"leaseTransitions":{{i}}}""");
        }

        Assert.False(election.IsLeader);
    }

    [Fact]
    public void A_leader_renews_every_two_seconds_with_one_request()
    {
        Run();
        var before = rig.Server.Requests.Count;
        rig.Advance(20);
        Assert.Equal(10, rig.Server.Requests.Count - before);
        Assert.All(rig.Server.Requests.Skip(before), r => Assert.StartsWith("PATCH", r, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.DropAfter)]
    [InlineData(Fault.Hang)]
    [InlineData(Fault.Unavailable)]
    public void One_failed_renewal_does_not_cost_the_leadership(object fault)
    {
        var running = Run();
        server.Faults.Enqueue((Fault)fault);
        rig.Advance(30);
        Assert.True(election.IsLeader);
        Assert.False(running.IsCompleted);
        Assert.Equal(("a", 0), (server.Holder, server.Transitions));
    }

    [Fact]
    public void Somebody_who_labels_the_lease_does_not_take_it()
    {
        var running = Run();
        server.Store("""{"holderIdentity":"a","leaseDurationSeconds":15,"leaseTransitions":0}""", """{"team":"x"}""");
        rig.Advance(30);
        Assert.False(running.IsCompleted);
        Assert.Equal("x", (string?)server.Stored!["metadata"]!["labels"]!["team"]);
    }

    [Fact]
    public void Conflicts_in_a_row_do_not_cost_the_leadership()
    {
        var running = Run();
        for (var i = 0; i < 6; i++) server.Faults.Enqueue(Fault.Overtaken);
        rig.Advance(30);
        Assert.True(election.IsLeader);
        Assert.False(running.IsCompleted);
    }

    [Fact]
    public void A_leader_whose_process_stood_still_knows_that_it_is_overdue()
    {
        Run();
        Assert.False(election.IsOverdue);
        rig.Time.Advance(TimeSpan.FromSeconds(16));
        Assert.True(election.IsOverdue);
        Assert.False(election.IsLeader);
    }

    [Fact]
    public void A_deleted_lease_is_made_again()
    {
        var running = Run();
        server.Delete();
        rig.Advance(3);
        Assert.Equal("a", server.Holder);
        Assert.False(running.IsCompleted);
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.Hang)]
    [InlineData(Fault.Unavailable)]
    public async Task A_leader_that_cannot_renew_for_ten_seconds_stops_being_one_before_others_may_take_over(object fault)
    {
        var running = Run();
        server.Always = (Fault)fault;
        rig.Advance(9.8);
        Assert.True(election.IsLeader);
        rig.Advance(0.3);
        Assert.False(election.IsLeader);
        Assert.True(workToken.IsCancellationRequested);
        await Assert.ThrowsAsync<LeaseLostException>(() => running);
        Assert.Equal([true, false], metrics);
    }

    [Fact]
    public async Task A_lease_that_another_holds_is_lost_at_once_without_waiting_for_the_work()
    {
        var running = Run();
        server.Store(HeldByB);
        rig.Advance(2.1);
        await Assert.ThrowsAsync<LeaseLostException>(() => running);
        Assert.False(work.Task.IsCompleted);
        Assert.Equal("b", server.Holder);
    }

    [Fact]
    public void Stopping_renews_until_the_work_has_ended_then_releases()
    {
        var running = Run();
        rig.Do(stop.Cancel);
        Assert.True(workToken.IsCancellationRequested);
        rig.Advance(18);
        Assert.Equal("a", server.Holder);
        Assert.True(election.IsLeader);
        rig.Do(work.SetResult);
        Assert.True(running.IsCompletedSuccessfully);
        Assert.Equal(("", 1), (server.Holder, server.Seconds));
        Assert.False(election.IsLeader);
    }

    [Fact]
    public void A_release_that_meets_a_conflict_is_repeated_but_never_takes_from_another()
    {
        var running = Run();
        server.Store("""{"holderIdentity":"a","leaseDurationSeconds":15,"leaseTransitions":0}""");
        rig.Do(work.SetResult);
        Assert.Equal("", server.Holder);
        Assert.True(running.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_release_that_cannot_be_written_does_not_hold_up_the_end()
    {
        var running = Run();
        server.Always = Fault.Hang;
        rig.Do(work.SetResult);
        rig.Advance(5.1);
        Assert.True(running.IsCompletedSuccessfully);
    }

    [Fact]
    public void Stopping_while_waiting_ends_without_work()
    {
        var running = Run(held: true);
        rig.Do(stop.Cancel);
        Assert.True(running.IsCompletedSuccessfully);
        Assert.False(worked);
    }

    [Fact]
    public async Task An_exception_of_the_work_is_passed_on_after_the_release()
    {
        var running = Run();
        rig.Do(() => work.SetException(new InvalidDataException("defect")));
        await Assert.ThrowsAsync<InvalidDataException>(() => running);
        Assert.Equal("", server.Holder);
    }

    [Theory]
    [InlineData(10, 10, 2)]
    [InlineData(15, 2.2, 2)]
    [InlineData(15, 10, 0)]
    public void Times_that_cannot_work_are_refused(double lease, double deadline, double retry) => Assert.Throws<ArgumentException>(() => Make(
        Options() with
        {
            LeaseDuration = TimeSpan.FromSeconds(lease),
            RenewDeadline = TimeSpan.FromSeconds(deadline),
            RetryPeriod = TimeSpan.FromSeconds(retry),
        }));

    [Fact]
    public void Identities_of_one_host_differ() =>
        Assert.NotEqual(LeaderElectionOptions.UniqueIdentity("pod"), LeaderElectionOptions.UniqueIdentity("pod"));

    void ILeaderMetrics.Leading(bool leading) => metrics.Add(leading);

    void ILeaderMetrics.RenewFailed()
    {
    }

    private static LeaderElectionOptions Options() => new() { Lease = new ObjectKey("ns", "lock"), Identity = "a" };

    private LeaderElection Make(LeaderElectionOptions options) => new(rig.Client, options, rig.Time, new Random(1), rig.Log, this);

    private Task Run(bool held = false)
    {
        if (held) server.Store(HeldByB);
        election = Make(Options());
        return rig.Start(() => election.RunAsync(WorkAsync, stop.Token));
    }

    private Task WorkAsync(CancellationToken ct)
    {
        (workToken, worked) = (ct, true);
        return work.Task;
    }
}
