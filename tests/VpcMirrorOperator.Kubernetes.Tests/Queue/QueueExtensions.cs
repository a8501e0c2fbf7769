using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>Gets that must succeed at once.</summary>
internal static class QueueExtensions
{
    public static TKey Next<TKey>(this WorkQueue<TKey> queue)
        where TKey : notnull
    {
        var getting = queue.GetAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.True(getting.IsCompletedSuccessfully, "no key is ready");
        return getting.Result;
    }

    public static TKey NextDone<TKey>(this WorkQueue<TKey> queue)
        where TKey : notnull
    {
        var key = queue.Next();
        queue.Done(key);
        return key;
    }
}
