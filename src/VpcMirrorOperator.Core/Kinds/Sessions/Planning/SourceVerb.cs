using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Everything in which adding sources and removing them differ, in one place.</summary>
internal abstract class SourceVerb
{
    public static readonly SourceVerb Add = new Adding();

    public static readonly SourceVerb Remove = new Removing();

    /// <summary>As recorded in the status.</summary>
    public abstract OperationVerb Name { get; }

    /// <summary>The operation of the API.</summary>
    public abstract string Action { get; }

    /// <summary>In messages: "Cannot … sources".</summary>
    public abstract string Word { get; }

    /// <summary>The condition reason while such a write is made.</summary>
    public abstract string Reason { get; }

    public static SourceVerb Of(OperationState operation) => Of(operation.Verb);

    public static SourceVerb Of(OperationVerb name) => name == OperationVerb.Add ? Add : Remove;

    /// <summary>The ids that such writes are still to be made for, in ordinal order.</summary>
    public abstract ImmutableArray<string> Pending(SourceDiff diff);

    /// <summary>The most ids in one call.</summary>
    public abstract int BatchLimit(PlannerInput input);

    /// <summary>Whether the list shows that it was carried out.</summary>
    public abstract bool Shows(IReadOnlyList<string> ids, IReadOnlySet<string> sources);

    /// <summary>The fingerprint that the list had before.</summary>
    public abstract SourceFingerprint Undone(SourceFingerprint fingerprint, IReadOnlyList<string> ids);

    /// <summary>The plan's hash before it was carried out.</summary>
    public abstract string? HashBefore(SessionRef session, SourceDiff now, IReadOnlyList<string> ids);

    /// <summary>The plan's removals before it was carried out.</summary>
    public abstract IReadOnlyCollection<string> RemovalsBefore(SourceDiff now, IReadOnlyList<string> ids);

    private static SortedSet<string> Union(IEnumerable<string> left, IEnumerable<string> more) =>
        new(left.Concat(more), StringComparer.Ordinal);

    private sealed class Adding : SourceVerb
    {
        public override OperationVerb Name => OperationVerb.Add;

        public override string Action => "AddSourcesToTrafficMirrorSession";

        public override string Word => "add";

        public override string Reason => Reasons.AddingSources;

        public override ImmutableArray<string> Pending(SourceDiff diff) => diff.ToAdd;

        public override int BatchLimit(PlannerInput input) => input.AddBatchSize;

        public override bool Shows(IReadOnlyList<string> ids, IReadOnlySet<string> sources) => ids.All(sources.Contains);

        public override SourceFingerprint Undone(SourceFingerprint fingerprint, IReadOnlyList<string> ids) => fingerprint.Without(ids);

        public override string? HashBefore(SessionRef session, SourceDiff now, IReadOnlyList<string> ids) =>
            PlanHash.Of(session, Union(now.ToAdd, ids), now.ToRemove);

        public override IReadOnlyCollection<string> RemovalsBefore(SourceDiff now, IReadOnlyList<string> ids) => now.ToRemove;
    }

    private sealed class Removing : SourceVerb
    {
        public override OperationVerb Name => OperationVerb.Remove;

        public override string Action => "RemoveSourcesFromTrafficMirrorSession";

        public override string Word => "remove";

        public override string Reason => Reasons.RemovingSources;

        public override ImmutableArray<string> Pending(SourceDiff diff) => diff.ToRemove;

        public override int BatchLimit(PlannerInput input) => SessionLimits.RemoveBatchSize;

        public override bool Shows(IReadOnlyList<string> ids, IReadOnlySet<string> sources) => !ids.Any(sources.Contains);

        public override SourceFingerprint Undone(SourceFingerprint fingerprint, IReadOnlyList<string> ids) => fingerprint.With(ids);

        public override string? HashBefore(SessionRef session, SourceDiff now, IReadOnlyList<string> ids) =>
            PlanHash.Of(session, now.ToAdd, RemovalsBefore(now, ids));

        public override IReadOnlyCollection<string> RemovalsBefore(SourceDiff now, IReadOnlyList<string> ids) => Union(now.ToRemove, ids);
    }
}
