using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>What a decision rests on: the difference, and the fate of the last operation.</summary>
internal sealed record FilterFacts
{
    /// <summary>The directions that are managed.</summary>
    public required ImmutableArray<DirectionEdit> Edits { get; init; }

    /// <summary>All differences.</summary>
    public required ImmutableArray<RuleChange> Changes { get; init; }

    /// <summary>Name, description and tags that differ; none of a filter that was not created.</summary>
    public required ImmutableArray<AttributeChange> Attributes { get; init; }

    /// <summary>The name of the plan; null when there is nothing to do.</summary>
    public required string? Hash { get; init; }

    /// <summary>What was found out about the recorded operation.</summary>
    public required OperationProgress Progress { get; init; }

    /// <summary>The recorded operation that is still unconfirmed; null when there is none.</summary>
    public required OperationState? Operation { get; init; }

    /// <summary>True when somebody else changed the rules since the last observation.</summary>
    public required bool Drifted { get; init; }

    /// <summary>The rules that a filter gets when it is created, as differences from none.</summary>
    internal static IEnumerable<RuleChange> OfNew(TrafficMirrorFilterSpec spec) => DirectionText.Both.SelectMany(
        direction => DirectionEdit.Of(direction, spec.RulesOf(direction)!, [], spec.Policy()).Changes);

    internal static FilterFacts Gather(FilterPlannerInput input, ObservedFilter filter)
    {
        var spec = input.Declared.Spec;
        ImmutableArray<DirectionEdit> edits =
        [
            .. DirectionText.Both.Where(direction => spec.RulesOf(direction) is not null).Select(direction => DirectionEdit.Of(
                direction, spec.RulesOf(direction)!, [.. filter.RulesOf(direction)], spec.Policy())),
        ];
        ImmutableArray<RuleChange> changes = [.. edits.SelectMany(edit => edit.Changes)];
        var progress = OpenWrite.Judge(input, filter, edits, FilterOperation.Progress(input));
        return new FilterFacts
        {
            Edits = edits,
            Changes = changes,
            Attributes = FilterAttributes.Diff(spec, filter),
            Hash = changes.IsEmpty ? null : LineHash.Of(
                [spec.RegionId, filter.Id, .. changes.Select(change => change.ToString())]),
            Progress = progress,
            Operation = progress is OperationProgress.Finished or OperationProgress.Void ? null : input.Declared.Status?.Operation,
            Drifted = FilterDrift.ChangedBySomebodyElse(input, filter),
        };
    }
}
