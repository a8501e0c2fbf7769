namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>Whether a recorded id that a list does not show is gone: the second list that says so is later than the stale-read limit (rule
/// S3).</summary>
internal static class GoneCheck
{
    /// <param name="input">What is known; <see cref="LifecycleInput.ById"/> does not show the id.</param>
    /// <returns>The input with what was learned, and the step while it is not certain; null when it is.</returns>
    public static (LifecycleInput Input, LifecycleStep? Pending) Of(LifecycleInput input)
    {
        var readAt = input.ById!.ReadAt;
        var since = input.Memory.GoneSince ?? readAt;
        var known = input with { Memory = input.Memory with { GoneSince = since } };
        var certain = since + input.Limits.StaleRead;
        return (known, readAt <= certain ? new LifecycleStep.ReadIdAgain(certain + TimeSpan.FromMilliseconds(1)) : null);
    }
}
