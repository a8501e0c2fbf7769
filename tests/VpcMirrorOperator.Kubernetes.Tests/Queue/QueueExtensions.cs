using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>Takes that must succeed at once.</summary>
internal static class Taking
{
    public static TKey Next<TKey>(this WorkQueue<TKey> queue)
        where TKey : notnull
    {
        var taking = queue.TakeAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.True(taking.IsCompletedSuccessfully, "no key is ready");
        return taking.Result;
    }

    public static TKey NextDone<TKey>(this WorkQueue<TKey> queue)
        where TKey : notnull
    {
        var key = queue.Next();
        queue.Done(key);
        return key;
    }
}
