using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Short ways to say what is declared, what the cloud shows, and what is recorded.</summary>
internal static class Given
{
    public const string Region = "cn-hangzhou";
    public const string SessionId = "tms-1";
    public const string Me = "me";

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    public static string Id(int number) => $"eni-{number:0000}";

    public static string[] Ids(int from, int count) => [.. Enumerable.Range(from, count).Select(Id)];

    public static TrafficMirrorSession Declared(
        IReadOnlyList<string> ids, Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec>? spec = null)
    {
        var plain = new TrafficMirrorSessionSpec
        {
            RegionId = Region,
            TrafficMirrorSessionId = SessionId,
            SourceIds = ids,
            // What a test is not about does not hold its plan.
            Safety = new SafetySpec { MaxRemovals = new IntOrPercent(100, IsPercent: true), RemovalWindow = TimeSpan.Zero },
        };
        return new TrafficMirrorSession
        {
            Metadata = new ObjectMeta
            {
                Namespace = "ids", Name = "main", Uid = "uid-1", Generation = 1, ResourceVersion = "1", CreationTimestamp = Now.AddDays(-1),
            },
            Spec = spec is null ? plain : spec(plain),
        };
    }

    public static TrafficMirrorSession Annotated(this TrafficMirrorSession declared, string name, string? value) => declared with
    {
        Metadata = declared.Metadata with
        {
            Annotations = value is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [name] = value },
        },
    };

    /// <summary>The object with this claim in its status.</summary>
    public static TrafficMirrorSession Saying(this TrafficMirrorSession declared, SessionClaim? claim) =>
        declared with { Status = (declared.Status ?? new TrafficMirrorSessionStatus()) with { Claim = claim } };

    public static ObservedSession Session(
        IEnumerable<string> sources, string status = ObservedSession.Created, string? business = ObservedSession.Normal,
        bool enabled = true) =>
        ObservedSession.From(new SessionState { Status = status, BusinessStatus = business, Enabled = enabled }, [.. sources]);

    public static PlannerInput Input(TrafficMirrorSession declared, ObservedSession? session) => new()
    {
        Declared = declared,
        Observed = session,
        Now = Now,
        Memory = SessionMemory.Empty,
        Holder = Me,
        AddBatchSize = 10,
        // One observation is enough, but for the tests of confirmation.
        ConfirmAfter = TimeSpan.Zero,
    };

    public static PlannerInput Input(
        IReadOnlyList<string> desired, IReadOnlyList<string> actual,
        Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec>? spec = null) =>
        Input(Declared(desired, spec), Session(actual));

    /// <summary>The object after <c>kubectl delete</c>.</summary>
    public static TrafficMirrorSession Deleted(this TrafficMirrorSession declared, params string[] finalizers) => declared with
    {
        Metadata = declared.Metadata with { DeletionTimestamp = Now, Finalizers = finalizers },
    };

    /// <summary>A deleted object whose sources are to leave the session.</summary>
    public static PlannerInput Detaching(
        IReadOnlyList<string> desired, IReadOnlyList<string> actual, Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec>? spec = null)
    {
        var declared = Declared(desired, plain => (spec ?? (same => same))(plain with { DeletionPolicy = DeletionPolicy.Detach }));
        return Input(declared.Deleted(Finalizers.Detach), Session(actual));
    }

    public static OperationState Operation(
        OperationVerb verb, IReadOnlyList<string> ids, double secondsAgo = 0, double? acceptedSecondsAgo = null, string holder = Me,
        long sequence = 1)
    {
        var operation = new OperationState
        {
            Sequence = sequence,
            Verb = verb,
            Ids = ids,
            ClientToken = "",
            StartedAt = Now.AddSeconds(-secondsAgo),
            Holder = holder,
            AcceptedAt = acceptedSecondsAgo is { } ago ? Now.AddSeconds(-ago) : null,
        };
        return operation with { ClientToken = ClientTokens.For("uid-1", operation) };
    }

    /// <summary>The input with this operation recorded, and the sources that were seen when it was.</summary>
    public static PlannerInput Recorded(
        this PlannerInput input, OperationState operation, IReadOnlyList<string> seen,
        string seenStatus = ObservedSession.Created) => input with
    {
        Declared = input.Declared with
        {
            Status = new TrafficMirrorSessionStatus
            {
                Operation = operation,
                OperationSequence = operation.Sequence,
                Session = Session(seen, seenStatus).State,
            },
        },
    };

    public static SourceRejection Refused(double retryInSeconds) =>
        new("ResourceNotFound.NetworkInterface", "gone", Now.AddHours(-1), Now.AddSeconds(retryInSeconds), 1);

    public static SessionMemory Refusing(this SessionMemory memory, double retryInSeconds, params string[] ids) => memory with
    { Trials = memory.Trials with { Rejected = memory.Trials.Rejected.AddRange(
        ids.Select(id => KeyValuePair.Create(id, Refused(retryInSeconds)))) } };

    /// <summary>The status that an observation gives.</summary>
    public static TrafficMirrorSessionStatus Status(PlannerInput input, Plan? plan = null, DateTimeOffset? now = null) =>
        SessionStatusBuilder.Observed(new Observation(
            input.Declared, new SessionSnapshot(input.Observed, input.Now), plan ?? input.Plan(), input.Memory, now ?? input.Now)).Status!;

    public static Plan Plan(this PlannerInput input) => SessionPlanner.DecideUnobserved(input) ?? SessionPlanner.Decide(input);

    public static Decision.Write<OperationState> Write(this PlannerInput input) =>
        Assert.IsType<Decision.Write<OperationState>>(input.Plan().Decision);
}
