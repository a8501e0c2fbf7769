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
/// documented, and never waits: everything that takes time in the service is computed from the clock when somebody looks.
/// One lock guards it all, so it can be used from any thread.
/// </summary>
public sealed partial class VpcEmulator
{
    private readonly Lock gate = new();
    private readonly EmulatorSeed initialSeed;
    private readonly int randomSeed;
    private EmulatedCloud cloud;
    private RequestPipeline pipeline;
    private CallLog log = new();

    /// <summary>Starts an emulator from a seed.</summary>
    /// <param name="seed">The state it starts with.</param>
    /// <param name="time">Its clock: signature dates, session transitions and token lifetimes.</param>
    /// <param name="randomSeed">Fixes request ids, page tokens and jitter, so that a run can be repeated exactly.</param>
    /// <exception cref="ArgumentException">Two accounts share an access key, or ids that must be unique are not.</exception>
    public VpcEmulator(EmulatorSeed seed, TimeProvider time, int randomSeed = 0)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(time);
        (Time, initialSeed, this.randomSeed) = (time, seed, randomSeed);
        Faults = new(gate);
        (cloud, pipeline) = Build(seed);
    }

    /// <summary>The faults that befall calls.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>The behaviour of the service; a change holds from the next call on, and for changes that are under way.</summary>
    public EmulatorSettings Settings
    {
        get
        {
            lock (gate) return cloud.Settings;
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (gate) cloud.Settings = value;
        }
    }

    internal TimeProvider Time { get; }

    /// <summary>Answers one request of the API.</summary>
    public EmulatorResponse Handle(EmulatorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (gate)
        {
            var now = Time.GetUtcNow();
            var answered = pipeline.Handle(request, now);
            log.Add(answered.ToLogEntry(now), cloud.Settings.CallLogCapacity);
            return answered.Response;
        }
    }

    /// <summary>What is true now.</summary>
    /// <param name="callsAfter">Leaves out calls up to this sequence, so that a reader of a long log gets only what is new.</param>
    public EmulatorSnapshot Snapshot(long callsAfter = 0)
    {
        lock (gate)
        {
            var now = Time.GetUtcNow();
            return new(now, SnapshotBuilder.Of(cloud, now), log.After(callsAfter), Faults.Rules);
        }
    }

    /// <summary>The state as a seed: an emulator started from it goes on where this one stands (but for client tokens, used
    /// nonces and the call log).</summary>
    /// <param name="settle">Exports pending changes as finished ones.</param>
    public EmulatorSeed Export(bool settle)
    {
        lock (gate)
        {
            var now = Time.GetUtcNow();
            return new()
            {
                Settings = cloud.Settings,
                NetworkInterfaces = cloud.NetworkInterfaces,
                Faults = Faults.Rules,
                Accounts = [.. cloud.Accounts.Select(account => account.ToSeed(now, settle, cloud.Settings.ApplyAt))],
            };
        }
    }

    /// <summary>Starts anew: state, faults, tokens, nonces and call log.</summary>
    /// <param name="seed">What to start from; null for the seed that the emulator was created with.</param>
    public void Reset(EmulatorSeed? seed = null)
    {
        lock (gate)
        {
            (cloud, pipeline) = Build(seed ?? initialSeed);
            log = new();
        }
    }

    private (EmulatedCloud Cloud, RequestPipeline Pipeline) Build(EmulatorSeed seed)
    {
        var fresh = new EmulatedCloud(seed, Time.GetUtcNow(), new Random(randomSeed));
        Faults.Clear();
        foreach (var rule in seed.Faults) Faults.Add(rule);
        return (fresh, new RequestPipeline(fresh, new SignatureCheck(fresh), Faults));
    }
}
