using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Actions;
using VpcMirrorOperator.Emulator.Pipeline;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator;

/// <summary>Somebody else who changes the same account: another tool, a person at the console, the cloud itself.</summary>
public sealed partial class VpcEmulator
{
    /// <summary>Adds sources as another client's accepted call would: same checks, same Modifying period.</summary>
    /// <returns><c>OK</c>, or the error code that the other client would have got; nothing changed then.</returns>
    /// <exception cref="EmulatorControlException">The account or the region does not exist.</exception>
    public string ForeignAdd(string account, string region, string sessionId, IEnumerable<string> ids) =>
        ForeignWrite(account, region, sessionId, SourceVerb.Add, ids);

    /// <summary>Removes sources as another client's accepted call would: same checks, same Modifying period.</summary>
    /// <returns><c>OK</c>, or the error code that the other client would have got; nothing changed then.</returns>
    /// <exception cref="EmulatorControlException">The account or the region does not exist.</exception>
    public string ForeignRemove(string account, string region, string sessionId, IEnumerable<string> ids) =>
        ForeignWrite(account, region, sessionId, SourceVerb.Remove, ids);

    /// <summary>Switches mirroring of a session on or off.</summary>
    /// <exception cref="EmulatorControlException">The account, region or session does not exist.</exception>
    public void SetEnabled(string account, string region, string sessionId, bool enabled) =>
        Change(account, region, sessionId, seed => seed with { Enabled = enabled });

    /// <summary>Locks a session for overdue payment, or unlocks it.</summary>
    /// <exception cref="EmulatorControlException">The account, region or session does not exist.</exception>
    public void SetBusinessStatus(string account, string region, string sessionId, BusinessStatus status) =>
        Change(account, region, sessionId, seed => seed with { BusinessStatus = status });

    /// <summary>Holds a session in a status until it is set to Created again; a pending change goes on meanwhile.</summary>
    /// <exception cref="EmulatorControlException">The account, region or session does not exist.</exception>
    public void SetStatus(string account, string region, string sessionId, SessionStatus status) =>
        Change(account, region, sessionId, seed => seed with { Status = status });

    /// <summary>Activates traffic mirroring in a region, or undoes it.</summary>
    /// <exception cref="EmulatorControlException">The account or the region does not exist.</exception>
    public void SetServiceOpened(string account, string region, bool opened)
    {
        lock (gate) FindTarget(account, region).Region.ServiceOpened = opened;
    }

    /// <summary>Deletes a session at once, with whatever change is pending on it.</summary>
    /// <exception cref="EmulatorControlException">The account, region or session does not exist.</exception>
    public void DeleteSession(string account, string region, string sessionId)
    {
        lock (gate)
        {
            if (!FindTarget(account, region).Region.Delete(sessionId)) throw EmulatorControlException.NoSession(sessionId);
        }
    }

    /// <summary>Deletes a network interface: calls with it fail from now on. Whether it leaves its sessions by itself is
    /// <see cref="EmulatorSettings.DeletedInterfaceLeavesSessions"/>.</summary>
    public void DeleteNetworkInterface(string networkInterface)
    {
        lock (gate)
        {
            cloud.NetworkInterfaces = cloud.NetworkInterfaces with { Deleted = cloud.NetworkInterfaces.Deleted.Add(networkInterface) };
            if (!cloud.Settings.DeletedInterfaceLeavesSessions) return;
            foreach (var session in cloud.Accounts.SelectMany(a => a.Regions.Values).SelectMany(r => r.Sessions))
                session.Forget(networkInterface);
        }
    }

    private string ForeignWrite(string account, string region, string sessionId, SourceVerb verb, IEnumerable<string> ids)
    {
        lock (gate)
        {
            var now = Time.GetUtcNow();
            var call = ForeignCall(FindTarget(account, region).Account, region, sessionId, verb, [.. ids], now);
            var outcome = SourceWrite.Run(call, verb);
            var answered = new AnsweredRequest(new(outcome.Error?.Status ?? 200, [], outcome.Body), call, call.Action, call.RequestId,
                outcome.Error?.Code ?? "OK", outcome.Executed, false, null);
            log.Add(answered.ToLogEntry(now) with { Foreign = true }, cloud.Settings.CallLogCapacity);
            return answered.Code;
        }
    }

    private ApiCall ForeignCall(
        EmulatedAccount account, string region, string sessionId, SourceVerb verb, ImmutableArray<string> ids, DateTimeOffset now)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RegionId"] = region,
            ["TrafficMirrorSessionId"] = sessionId,
        };
        for (var i = 0; i < ids.Length; i++) parameters[$"TrafficMirrorSourceIds.{i + 1}"] = ids[i];
        return new(cloud, account, verb == SourceVerb.Add ? ApiOperation.Add : ApiOperation.Remove, new(parameters), cloud.NewRequestId(), now);
    }

    private void Change(string account, string region, string sessionId, Func<SessionSeed, SessionSeed> change)
    {
        lock (gate)
        {
            var session = FindTarget(account, region).Region.Find(sessionId, Time.GetUtcNow(), cloud.Settings.ApplyAt)
                ?? throw EmulatorControlException.NoSession(sessionId);
            session.Attributes = change(session.Attributes);
        }
    }

    private (EmulatedAccount Account, EmulatedRegion Region) FindTarget(string account, string region)
    {
        var owner = cloud.Accounts.FirstOrDefault(a => a.Name == account) ?? throw EmulatorControlException.NoAccount(account);
        return owner.Regions.TryGetValue(region, out var found) ? (owner, found) : throw EmulatorControlException.NoRegion(region);
    }
}
