using VpcMirrorOperator.Emulator.Billing;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Matching;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Emulator.State;

namespace VpcMirrorOperator.Emulator;

/// <summary>Network interfaces, and what follows from them: which packets are mirrored, and what that costs.</summary>
public sealed partial class VpcEmulator
{
    /// <summary>Creates, attaches, detaches, deletes or tags a network interface, now or later.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="region">The region id. It must declare interfaces, an empty list if need be.</param>
    /// <param name="change">The change. One with <see cref="InterfaceChange.After"/> is only noted; its outcome is in the call log.</param>
    /// <returns><c>OK</c>, or the code of a refusal; nothing changed then.</returns>
    /// <exception cref="EmulatorControlException">The account or the region does not exist, or declares no interfaces.</exception>
    public string ChangeNetworkInterface(string account, string region, InterfaceChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        using (At(out var now))
        {
            var (owner, target) = FindTarget(account, region);
            if (target.Interfaces is not { } interfaces) throw EmulatorControlException.NoInterfaces(region);
            interfaces.Schedule(change, now);
            return CatchUp(owner, target, now).LastOrDefault(made => ReferenceEquals(made.Change, change))?.Code ?? "OK";
        }
    }

    /// <summary>Which session mirrors a packet, by which rule, or why none does.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="region">The region id.</param>
    /// <param name="packet">The packet, at an interface of that region.</param>
    /// <exception cref="EmulatorControlException">The account or the region does not exist.</exception>
    public PacketMatch Match(string account, string region, MatchPacket packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        using (At(out var now))
        {
            var target = FindTarget(account, region).Region;
            if (target.Interfaces is { } declared && declared.Find(packet.NetworkInterface)?.Attributes.Status != InterfaceStatus.InUse)
                return PacketMatch.Nothing(MatchVerdict.InterfaceNotInUse);
            target.Advance(now, _cloud.Settings.ApplyAt);
            return PacketMatcher.Match(SessionRules.Of(target), packet);
        }
    }

    /// <summary>What mirroring has cost until now, in all accounts.</summary>
    public MirrorBill Bill()
    {
        using (At(out var now))
        {
            return MirrorBill.Of(now, [..
                from account in _cloud.Accounts
                from region in account.Regions.Values
                from session in region.Meter.Bill(account.Name, region.Id, now)
                select session]);
        }
    }

    /// <summary>Holds the lock at one moment: what was due before it is done, and when it ends the meters see what came of it.</summary>
    private Moment At(out DateTimeOffset now)
    {
        var scope = _lock.EnterScope();
        now = Time.GetUtcNow();
        CatchUp(now);
        return new(this, scope, now);
    }

    private void CatchUp(DateTimeOffset now)
    {
        foreach (var account in _cloud.Accounts)
            foreach (var region in account.Regions.Values) CatchUp(account, region, now);
    }

    private IReadOnlyList<MadeChange> CatchUp(EmulatedAccount account, EmulatedRegion region, DateTimeOffset now)
    {
        var made = RegionClock.CatchUp(_cloud, region, now);
        foreach (var change in made) _log.Add(Entry(account.Name, region.Id, change), _cloud.Settings.CallLogCapacity);
        return made;
    }

    private void Observe(DateTimeOffset now)
    {
        foreach (var region in _cloud.Accounts.SelectMany(account => account.Regions.Values)) region.Observe(now);
    }

    private EmulatorCall Entry(string account, string region, MadeChange made) => new(
        0, made.At, account, region, $"{made.Change.Verb}NetworkInterface", "", [made.Change.Id], null, DryRun: false,
        made.Code == "OK" ? 200 : 400, made.Code, _cloud.NewRequestId(), Executed: made.Code == "OK", Replayed: false, null, Foreign: true);

    private readonly ref struct Moment(VpcEmulator emulator, Lock.Scope scope, DateTimeOffset now)
    {
        private readonly Lock.Scope _scope = scope;

        public void Dispose()
        {
            emulator.Observe(now);
            _scope.Dispose();
        }
    }
}
