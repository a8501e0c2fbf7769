using System.Net;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

/// <summary>Which exception a failed call throws, and what it tells.</summary>
public sealed class KubeClientErrorTests : IDisposable
{
    private readonly KubeRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_refusal_is_told_with_status_reason_and_message()
    {
        _rig.Server.Then(ScriptedServer.Error(403, "Forbidden", "may not"));
        var error = await Assert.ThrowsAsync<KubeApiException>(() => _rig.Get());
        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden", true), (error.Status, error.Reason, error.IsRefused));
        Assert.Contains("may not", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_optimistic_lock_is_a_conflict_but_an_object_that_exists_already_is_not()
    {
        _rig.Server.Then(ScriptedServer.Error(409, "Conflict")).Then(ScriptedServer.Error(409, "AlreadyExists"));
        await Assert.ThrowsAsync<ConflictException>(() => _rig.PatchStatus());
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(() => _rig.Create())).IsAlreadyExists);
    }

    [Fact]
    public async Task A_hanging_call_ends_after_thirty_seconds()
    {
        var call = _rig.Get();
        _rig.Advance(29.9);
        Assert.False(call.IsCompleted);
        _rig.Advance(0.2);
        var error = await Assert.ThrowsAsync<KubeApiException>(() => call);
        Assert.Contains("30 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_error_of_the_server()
    {
        using var stop = new CancellationTokenSource();
        var call = _rig.GetUntil(stop.Token);
        _rig.Do(stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task An_answer_from_something_else_than_an_api_server_is_reported_without_its_content()
    {
        _rig.Server.Then("<html>secret</html>");
        var error = await Assert.ThrowsAsync<KubeApiException>(() => _rig.Get());
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }
}
