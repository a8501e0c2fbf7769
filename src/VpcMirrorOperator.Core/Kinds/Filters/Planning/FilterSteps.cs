using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>The questions that come before a write. Each is null when it stands in nobody's way.</summary>
internal static class FilterSteps
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Waits for an operation that is under way, or may be.</summary>
    public static Decision? UnderWay(FilterPlannerInput input, FilterFacts facts) => facts.Progress switch
    {
        OperationProgress.Running => new Decision.Wait(
            Reasons.WaitingForCloud, "The cloud is carrying out the last change. Nothing to do: it is looked at again by itself.", null),
        OperationProgress.TimedOut => new Decision.Stall(
            Reasons.ModifyingTimeout,
            $"The filter has been changing for more than {OperationLimits.OperationTimeout.TotalMinutes:0} minutes since our last change. "
            + "It is still observed; if it stays, ask the cloud's support with status.lastRequestId.",
            FilterTimes.StalledPoll),
        OperationProgress.Landing => FilterOperation.WaitUntilLanded(
            input, "The last change needs no repeat, but its call may still be on its way."),
        OperationProgress.Unwanted => FilterOperation.WaitUntilLanded(
            input, "The outcome of the last change is unknown, and it is not wanted any more."),
        OperationProgress.HeldByOther => new Decision.Wait(
            Reasons.WaitingForOtherProcess,
            $"{facts.Operation!.Holder} recorded a change whose call may still be on its way. {FilterOperation.EndsByItself}",
            FilterOperation.LandsIn(input)),
        _ => null,
    };

    /// <summary>Waits for calls of other objects that name the filter.</summary>
    public static Decision.Wait? OfTheOthers(FilterPlannerInput input)
    {
        var busy = input.Others.Where(other => other.Status?.Operation is { AcceptedAt: null })
            .MaxBy(other => OperationFlight.OfAnotherLandsBy(other.Status!.Operation!));
        return busy is null ? null : Until(
            input, OperationFlight.OfAnotherLandsBy(busy.Status!.Operation!),
            $"A change by {busy.Key()}, which names the same filter, may still be on its way.");
    }

    /// <summary>
    /// Who has just become the owner while another claimant lives waits as long as a call may be on its way that this process cannot see
    /// yet.
    /// </summary>
    public static Decision.Wait? BeforeTheFirstWrite(FilterPlannerInput input) =>
        input.Others.All(other => other.Metadata.CreationTimestamp is null) ? null : Until(
            input, (input.Memory.OwnerSince ?? input.Now) + OperationLimits.InFlightLimit + OperationLimits.ClockMargin,
            "This object has just come to own the filter; a change by another one may still be on its way.");

    /// <summary>The filter's own state.</summary>
    public static Decision? NotWritable(FilterPlannerInput input, ObservedFilter filter)
    {
        if (filter.Status == ObservedFilter.Deleting)
            return new Decision.Stall(
                Reasons.FilterDeleting,
                "The filter is being deleted in the cloud. Delete this object, or name another filter in a new one.",
                    FilterTimes.StalledPoll);
        if (filter.IsSettled) return null;
        var busyFor = input.Now - (input.Memory.BusySince ?? input.Now);
        if (busyFor > OperationLimits.OperationTimeout)
            return new Decision.Stall(
                Reasons.ModifyingTimeout,
                "The filter, or one of its rules, keeps changing and takes no other change. It is looked at each minute; if it stays, "
                + "find out who changes it (ActionTrail), or ask the cloud's support.",
                FilterTimes.StalledPoll);
        var pause = TimeSpan.FromTicks(Math.Clamp(busyFor.Ticks / 2, FilterTimes.BusyPoll.Ticks, FilterTimes.MaxBusyPoll.Ticks));
        return new Decision.Wait(
            Reasons.FilterBusy, "The filter, or one of its rules, is being changed; our changes must wait. Nothing to do: it goes on by "
                + "itself.", pause);
    }

    /// <summary>The rules are as declared, or as far as the policy lets them be.</summary>
    public static Decision? NothingToDo(FilterPlannerInput input, ObservedFilter filter, FilterFacts facts)
    {
        if (!facts.Changes.IsEmpty || !facts.Attributes.IsEmpty) return null;
        if (NumberTaken(facts) is { } taken) return taken;
        if (FilterContest.IsOn(input)) return new Decision.Stall(Reasons.ContestedFilter, FilterContest.Message, null);
        var ipv6 = filter.Rules.Count(rule => rule.Content is null);
        var left = ipv6 == 0 ? "" : $" Rules of IPv6 are left alone ({ipv6}): nothing of IPv6 is mirrored.";
        return new Decision.Done($"The rules are as declared ({facts.Edits.Sum(edit => edit.Target.Count)}).{left}");
    }

    /// <summary>What the object's own settings forbid.</summary>
    public static Decision.Hold? Forbidden(FilterPlannerInput input)
    {
        var spec = input.Declared.Spec;
        if (spec.IsSuspended()) return new Decision.Hold(Reasons.Suspended, SuspendedMessage);
        return spec.Policy() == ManagementPolicy.Observe
            ? new Decision.Hold(
                Reasons.ObserveOnly,
                "The rules differ and managementPolicy is Observe: no changes are made. To hand the filter over, set "
                + "spec.managementPolicy: AddOnly adds what is missing, Sync also changes and removes. Or correct the rules.")
            : null;
    }

    /// <summary>What <c>spec.suspend</c> means.</summary>
    public const string SuspendedMessage = "spec.suspend is set: no changes are made. To go on, set spec.suspend: false, or take it out.";

    /// <summary>A declared number belongs to a rule that may not be changed.</summary>
    public static Decision.Stall? NumberTaken(FilterFacts facts) =>
        facts.Edits.FirstOrDefault(edit => !edit.Blocked.IsEmpty) is not { } edit ? null : new Decision.Stall(
            Reasons.RuleNumberTaken,
            $"The {DirectionText.Of(edit.Direction)} numbers {string.Join(", ", edit.Blocked.Take(10))} are held by rules that are left "
            + "alone: of IPv6, or others while managementPolicy is AddOnly. This direction is not edited. Declare other numbers, delete "
            + "those rules in the console, or set managementPolicy: Sync for rules of IPv4.",
            null);

    /// <summary>The reason of a write.</summary>
    public static string ReasonOf(OperationVerb verb) => verb switch
    {
        OperationVerb.CreateRules => Reasons.AddingRules,
        OperationVerb.UpdateRule => Reasons.ChangingRules,
        OperationVerb.Create => Reasons.CreatingFilter,
        OperationVerb.Delete => Reasons.DeletingFilter,
        OperationVerb.Update or OperationVerb.Tag => Reasons.UpdatingFilter,
        _ => Reasons.RemovingRules,
    };

    private static Decision.Wait? Until(FilterPlannerInput input, DateTimeOffset until, string message)
    {
        var left = until - input.Now;
        if (left <= TimeSpan.Zero) return null;
        return new Decision.Wait(
            Reasons.WaitingForOtherObject, $"{message} {FilterOperation.EndsByItself}", left < LongestPause ? left : LongestPause);
    }
}
