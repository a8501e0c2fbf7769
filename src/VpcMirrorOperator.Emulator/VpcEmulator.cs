using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Pipeline;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Signatures;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator;

/// <summary>
/// The traffic mirror part of the VPC API, in memory. It answers signed requests as the service does, as far as that is
/// documented, and never waits: everything that takes time in the service is computed from the clock at each call.
/// One lock guards it all, so it can be used from any thread.
/// </summary>
public sealed partial class VpcEmulator
{
    private readonly Lock _lock = new();
    private readonly EmulatorSeed _initialSeed;
    private readonly int _randomSeed;
    private EmulatedCloud _cloud;
    private ApiGateway _gateway;
    private CallLog _log = new();

    /// <summary>Starts an emulator from a seed.</summary>
    /// <param name="seed">The state it starts with.</param>
    /// <param name="time">Its clock: signature dates, session transitions and token lifetimes.</param>
    /// <param name="randomSeed">Fixes request ids, page tokens and jitter, so that a run can be repeated exactly.</param>
    /// <exception cref="ArgumentException">Two accounts share an access key, or ids that must be unique are not.</exception>
    public VpcEmulator(EmulatorSeed seed, TimeProvider time, int randomSeed = 0)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(time);
        (Time, _initialSeed, _randomSeed) = (time, seed, randomSeed);
        Faults = new(_lock);
        (_cloud, _gateway) = Build(seed);
        Observe(time.GetUtcNow());
    }

    /// <summary>The faults that are switched on.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>The behaviour of the service; a change holds from the next call on, and for changes that are under way.</summary>
    public EmulatorSettings Settings
    {
        get
        {
            lock (_lock) return _cloud.Settings;
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_lock) _cloud.Settings = value;
        }
    }

    internal TimeProvider Time { get; }

    /// <summary>Answers one request of the API.</summary>
    public EmulatorResponse Handle(EmulatorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_lock)
        {
            var now = Time.GetUtcNow();
            CatchUp(now);
            var answered = _gateway.Handle(request, now);
            if (answered.Executed) Observe(now);
            _log.Add(answered.ToLogEntry(now), _cloud.Settings.CallLogCapacity);
            return answered.Response;
        }
    }

    /// <summary>What is true now.</summary>
    /// <param name="callsAfter">Leaves out calls up to this sequence, so that a reader of a long log gets only what is new.</param>
    public EmulatorSnapshot Snapshot(long callsAfter = 0)
    {
        lock (_lock)
        {
            var now = Time.GetUtcNow();
            CatchUp(now);
            return new(now, SnapshotBuilder.Of(_cloud, now), _log.After(callsAfter), Faults.Rules);
        }
    }

    /// <summary>The state as a seed: an emulator started from it continues where this one is (without client tokens, used
    /// nonces and the call log).</summary>
    /// <param name="settle">Exports pending changes as finished ones.</param>
    public EmulatorSeed Export(bool settle)
    {
        lock (_lock)
        {
            var now = Time.GetUtcNow();
            CatchUp(now);
            return new()
            {
                Settings = _cloud.Settings,
                NetworkInterfaces = _cloud.NetworkInterfaces,
                Faults = Faults.Rules,
                Accounts = [.. _cloud.Accounts.Select(account => account.ToSeed(now, settle, _cloud.Settings.ApplyAt))],
            };
        }
    }

    /// <summary>Starts anew: state, faults, tokens, nonces and call log.</summary>
    /// <param name="seed">What to start from; null for the seed that the emulator was created with.</param>
    public void Reset(EmulatorSeed? seed = null)
    {
        lock (_lock)
        {
            (_cloud, _gateway) = Build(seed ?? _initialSeed);
            _log = new();
            Observe(Time.GetUtcNow());
        }
    }

    private (EmulatedCloud Cloud, ApiGateway Gateway) Build(EmulatorSeed seed)
    {
        var fresh = new EmulatedCloud(seed, Time.GetUtcNow(), new Random(_randomSeed));
        Faults.Clear();
        foreach (var rule in seed.Faults) Faults.Add(rule);
        return (fresh, new ApiGateway(fresh, new SignatureCheck(fresh), Faults));
    }
}
