using CsCheck;
using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>Random sequences of calls against <see cref="ReferenceQueue"/>: CsCheck prints the seed and the shortest failing one.</summary>
public class WorkQueueModelTests
{
    private static readonly Gen<Step> Steps =
        Gen.Select(Gen.Enum<Call>(), Gen.Int[0, 4], Gen.Int[1, 12]).Select((call, key, seconds) => new Step(call, key, seconds));

    private enum Call
    {
        Add,
        AddLowPriority,
        AddAfter,
        AddLowPriorityAfter,
        Resume,
        ResumeAfter,
        AddRateLimited,
        Forget,
        Get,
        GetAgain,
        Done,
        Advance,
    }

    [Fact]
    public void Any_sequence_of_calls_behaves_like_the_reference() => Steps.Array[0, 80].Sample(Run, iter: 5_000);

    private static void Run(Step[] steps)
    {
        var time = new FakeTimeProvider();
        using var queue = new WorkQueue<int>(time, new NoJitter());
        var reference = new ReferenceQueue();
        foreach (var step in steps)
        {
            Apply(step, queue, reference, time);
            Assert.Equal((reference.Count, reference.Waiting), (queue.Count, queue.Waiting));
            Assert.Equal(reference.Failures(step.Key), queue.Failures(step.Key));
        }

        Empty(queue, reference, time);
    }

    private static void Apply(Step step, WorkQueue<int> queue, ReferenceQueue reference, FakeTimeProvider time)
    {
        var (call, key, seconds) = step;
        switch (call)
        {
            case Call.Add: queue.Add(key); reference.Add(key); break;
            case Call.AddLowPriority: queue.AddLowPriority(key); reference.AddLowPriority(key); break;
            case Call.AddAfter: queue.AddAfter(key, TimeSpan.FromSeconds(seconds)); reference.AddAfter(key, seconds); break;
            case Call.AddLowPriorityAfter:
                queue.AddLowPriorityAfter(key, TimeSpan.FromSeconds(seconds)); reference.AddLowPriorityAfter(key, seconds); break;
            case Call.Resume: queue.Resume(key); reference.Resume(key); break;
            case Call.ResumeAfter: queue.ResumeAfter(key, TimeSpan.FromSeconds(seconds)); reference.ResumeAfter(key, seconds); break;
            case Call.AddRateLimited: queue.AddRateLimited(key); reference.AddRateLimited(key); break;
            case Call.Forget: queue.Forget(key); reference.Forget(key); break;
            case Call.Get or Call.GetAgain when reference.Count > 0: Assert.Equal(reference.Get(), queue.Next()); break;
            case Call.Done when reference.Processing.Count > 0: Done(key, queue, reference); break;
            case Call.Advance: time.Advance(TimeSpan.FromSeconds(seconds)); reference.Advance(seconds); break;
        }
    }

    private static void Done(int pick, WorkQueue<int> queue, ReferenceQueue reference)
    {
        var key = reference.Processing[pick % reference.Processing.Count];
        queue.Done(key);
        reference.Done(key);
    }

    /// <summary>Whatever happened, everything can be worked off, and then nothing is remembered.</summary>
    private static void Empty(WorkQueue<int> queue, ReferenceQueue reference, FakeTimeProvider time)
    {
        while (reference.Processing.Count > 0) Done(0, queue, reference);
        time.Advance(TimeSpan.FromSeconds(300));
        reference.Advance(300);
        while (reference.Count > 0)
        {
            Assert.Equal(reference.Get(), queue.Next());
            Done(0, queue, reference);
        }

        for (var key = 0; key <= 4; key++) queue.Forget(key);
        Assert.Equal(0, queue.Known);
    }

    private readonly record struct Step(Call Call, int Key, int Seconds);
}
