using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>What the steps mean that make no write of the kind's own, as a decision with its words. Pure.</summary>
internal static class LifeAnnouncements
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StalledPoll = TimeSpan.FromMinutes(1);

    /// <summary>Somebody waits for a deletion, and whoever uses the thing is often being deleted too.</summary>
    private static readonly TimeSpan InUsePoll = TimeSpan.FromSeconds(10);

    /// <summary>The decision.</summary>
    /// <param name="step">Any but Create, Repeat, SetOwner, Delete and Absent, which are the kind's.</param>
    /// <param name="words">The kind's.</param>
    /// <param name="now">The time.</param>
    public static Decision Of(LifecycleStep step, LifeVocabulary words, DateTimeOffset now) => step switch
    {
        LifecycleStep.TakeBack found => new Decision.Wait(
            words.TakenBack, $"{words.Subject} {found.Id} carries the mark of this object: it is taken back, and nothing is created.",
            ShortestWait),
        LifecycleStep.Several several => new Decision.Stall(
            words.Several,
            $"Several {words.Noun}s carry the mark of this object: {string.Join(", ", several.Ids)}. Nothing is created or written. Take "
            + $"the tag {IdentityTags.CreatedBy} off the wrong ones.",
            StalledPoll),
        LifecycleStep.VanishedInArrears gone => new Decision.Stall(
            Reasons.VanishedInArrears,
            $"{words.Subject} {gone.Id} vanished while the account was locked for overdue payment. To have it made again, set the "
            + $"annotation {Annotations.Recreate}: \"{gone.Id}\".",
            null),
        LifecycleStep.Look look => Wait(words.Looking, look.At - now, $"Looking for a {words.Noun} that this object has created."),
        LifecycleStep.ReadIdAgain again => Wait(
            Reasons.ConfirmingObservation, again.At - now,
            $"What the list says of the {words.Noun} is asked for once more before it counts."),
        LifecycleStep.Wait wait => Wait(
            Reasons.WaitingForCloud, wait.At - now, "A change may still be on its way, or is being carried out."),
        LifecycleStep.Release release => new Decision.Release(
            release.Why == ReleaseReason.Deleted ? words.Deleted : Reasons.Released, Told(release, words)),
        LifecycleStep.InUse used => new Decision.Stall(words.InUse, used.Why, InUsePoll),
        _ => new Decision.Wait(Reasons.WaitingForCloud, $"The {words.Noun} is looked at again by itself.", ShortestWait),
    };

    private static Decision.Wait Wait(string reason, TimeSpan left, string what) => new(
        reason, $"{what} Nothing to do: it goes on by itself within two minutes.", left > ShortestWait ? left : ShortestWait);

    private static string Told(LifecycleStep.Release release, LifeVocabulary words)
    {
        var thing = $"{words.Subject} {string.Join(", ", release.Ids)}";
        return release.Why switch
        {
            ReleaseReason.Deleted => $"{thing} is deleted.",
            ReleaseReason.NothingThere => $"The cloud lists no {words.Noun} of this object: nothing is left to delete.",
            ReleaseReason.OfAnother => $"{thing} carries another object's mark: it stays.",
            ReleaseReason.Unmarked => $"{thing} does not carry the tag {IdentityTags.CreatedBy}: somebody took it off, and it stays.",
            ReleaseReason.NamedByAnother => $"{thing} is named by {release.KeptBy}: it stays.",
            ReleaseReason.Several =>
                $"Several {words.Noun}s carry the mark of this object, and all stay: {string.Join(", ", release.Ids)}.",
            _ => $"The {words.Noun} stays as it is and is not managed any more.",
        };
    }
}
