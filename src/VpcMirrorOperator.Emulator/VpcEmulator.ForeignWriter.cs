using VpcMirrorOperator.Emulator.Actions;
using VpcMirrorOperator.Emulator.Pipeline;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator;

/// <summary>Other writers to the same account: another tool, a person at the console, the cloud itself.</summary>
public sealed partial class VpcEmulator
{
    /// <summary>Adds sources as another client's accepted call would: same checks, same Modifying period.</summary>
    /// <returns><c>OK</c>, or the error code that the other client would have got; nothing changed then.</returns>
    /// <exception cref="EmulatorControlException">The account or the region does not exist.</exception>
    public string ForeignAdd(string account, string region, string sessionId, IEnumerable<string> ids) =>
        ForeignWrite(account, region, sessionId, ChangeVerb.Add, ids);

    /// <summary>Removes sources as another client's accepted call would: same checks, same Modifying period.</summary>
    /// <returns><c>OK</c>, or the error code that the other client would have got; nothing changed then.</returns>
    /// <exception cref="EmulatorControlException">The account or the region does not exist.</exception>
    public string ForeignRemove(string account, string region, string sessionId, IEnumerable<string> ids) =>
        ForeignWrite(account, region, sessionId, ChangeVerb.Remove, ids);

    /// <summary>Creates a session as another client's accepted call would: it is Creating, then Created.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="region">The region id.</param>
    /// <param name="session">The session. Without <see cref="SessionSeed.CreatedIn"/> it is Creating for
    /// <see cref="EmulatorSettings.ModifyDuration"/> and its jitter.</param>
    /// <returns><c>OK</c>, or the error code that the other client would have got; nothing changed then.</returns>
    /// <exception cref="EmulatorControlException">The account or the region does not exist, or the session does.</exception>
    public string ForeignCreate(string account, string region, SessionSeed session)
    {
        ArgumentNullException.ThrowIfNull(session);
        using (At(out _))
        {
            if (FindTarget(account, region).Region.Contains(session.Id)) throw EmulatorControlException.SessionExists(session.Id);
            return Foreign(
                account, region, session.Id, ApiOperation.Create, session.Sources, call => ForeignCreateSession.Run(call, session));
        }
    }

    /// <summary>Switches mirroring of a session on or off.</summary>
    /// <exception cref="EmulatorControlException">The account, region or session does not exist.</exception>
    public void SetEnabled(string account, string region, string sessionId, bool enabled) =>
        Change(account, region, sessionId, seed => seed with { Enabled = enabled });

    /// <summary>Locks a session for overdue payment, or unlocks it.</summary>
    /// <exception cref="EmulatorControlException">The account, region or session does not exist.</exception>
    public void SetBusinessStatus(string account, string region, string sessionId, BusinessStatus status) =>
        Change(account, region, sessionId, seed => seed with { BusinessStatus = status });

    /// <summary>Payment is overdue: all sessions of the account are FinancialLocked and off, and after
    /// <see cref="EmulatorSettings.ArrearsGrace"/> they are deleted. Payment in time unlocks them.</summary>
    /// <exception cref="EmulatorControlException">The account does not exist.</exception>
    public void SetOverdue(string account, bool overdue)
    {
        using (At(out var now)) FindAccount(account).SetOverdue(overdue ? now + _cloud.Settings.ArrearsGrace : null);
    }

    /// <summary>Holds a session in a status until it is set to Created again; a pending change continues meanwhile.</summary>
    /// <exception cref="EmulatorControlException">The account, region or session does not exist.</exception>
    public void SetStatus(string account, string region, string sessionId, SessionStatus status) =>
        Change(account, region, sessionId, seed => seed with { Status = status });

    /// <summary>Issues a credential to an account, as STS or a person at the console would. Credentials that the account has stay
    /// valid until they expire; one with the same key id is replaced.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="credential">The credential; its expiry counts from now.</param>
    /// <exception cref="EmulatorControlException">The account does not exist, or the key id is another account's.</exception>
    public void IssueCredential(string account, CredentialSeed credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        lock (_lock)
        {
            if (!_cloud.TryIssue(FindAccount(account), EmulatedCredential.From(credential, Time.GetUtcNow())))
                throw EmulatorControlException.KeyTaken(credential.AccessKeyId);
        }
    }

    /// <summary>Activates traffic mirroring in a region, or undoes it.</summary>
    /// <exception cref="EmulatorControlException">The account or the region does not exist.</exception>
    public void SetServiceOpened(string account, string region, bool opened)
    {
        lock (_lock) FindTarget(account, region).Region.ServiceOpened = opened;
    }

    /// <summary>Deletes a session at once, with whatever change is pending on it.</summary>
    /// <exception cref="EmulatorControlException">The account, region or session does not exist.</exception>
    public void DeleteSession(string account, string region, string sessionId)
    {
        using (At(out _))
        {
            if (!FindTarget(account, region).Region.Delete(sessionId)) throw EmulatorControlException.NoSession(sessionId);
        }
    }

    /// <summary>Deletes a network interface: calls with it fail from now on. Whether it leaves its sessions by itself is
    /// <see cref="EmulatorSettings.DeletedInterfaceLeavesSessions"/>.</summary>
    public void DeleteNetworkInterface(string networkInterface)
    {
        using (At(out _))
        {
            foreach (var region in _cloud.Accounts.SelectMany(a => a.Regions.Values)) region.Interfaces?.Remove(networkInterface);
            _cloud.NetworkInterfaces = _cloud.NetworkInterfaces with { Deleted = _cloud.NetworkInterfaces.Deleted.Add(networkInterface) };
            if (!_cloud.Settings.DeletedInterfaceLeavesSessions) return;
            foreach (var session in _cloud.Accounts.SelectMany(a => a.Regions.Values).SelectMany(r => r.Sessions))
                session.Forget(networkInterface);
        }
    }

    private string ForeignWrite(string account, string region, string sessionId, ChangeVerb verb, IEnumerable<string> ids)
    {
        var action = verb == ChangeVerb.Add ? ApiOperation.Add : ApiOperation.Remove;
        return Foreign(account, region, sessionId, action, ids, call => SourceWrite.Run(call, verb));
    }

    private string Foreign(
        string account, string region, string sessionId, string action, IEnumerable<string> ids, Func<ApiCall, ActionOutcome> run)
    {
        using (At(out var now))
        {
            var owner = FindTarget(account, region).Account;
            var call = ForeignCall.Build(_cloud, owner, action, region, sessionId, ids, now);
            var entry = ForeignCall.ToLogEntry(call, run(call));
            _log.Add(entry, _cloud.Settings.CallLogCapacity);
            return entry.Code;
        }
    }

    private void Change(string account, string region, string sessionId, Func<SessionSeed, SessionSeed> change)
    {
        using (At(out var now))
        {
            var session = FindTarget(account, region).Region.Find(sessionId, now, _cloud.Settings.ApplyAt)
                ?? throw EmulatorControlException.NoSession(sessionId);
            session.Attributes = change(session.Attributes);
        }
    }

    private (EmulatedAccount Account, EmulatedRegion Region) FindTarget(string account, string region)
    {
        var owner = FindAccount(account);
        return owner.Regions.TryGetValue(region, out var found) ? (owner, found) : throw EmulatorControlException.NoRegion(region);
    }

    private EmulatedAccount FindAccount(string name) =>
        _cloud.Accounts.FirstOrDefault(account => account.Name == name) ?? throw EmulatorControlException.NoAccount(name);
}
