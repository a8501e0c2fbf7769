using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.IntegrationTests.Hosting.Pebbles;

/// <summary>Repeats the spec in the status; the pebble <c>parent</c> owns another one of its colour, <c>child</c>.</summary>
internal sealed class PebbleReconciler(IObjectStore<Pebble> store) : IReconciler
{
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (store.Find(key) is not { } pebble) return Outcome.Done;
        if (key.Name == "parent") await ParentAsync(pebble, cancellationToken);
        if (pebble.Status?.Colour != pebble.Spec.Colour)
            await store.WriteStatusAsync(pebble, pebble with { Status = new PebbleStatus(pebble.Spec.Colour) }, cancellationToken);
        return Outcome.Done;
    }

    private async ValueTask ParentAsync(Pebble parent, CancellationToken cancellationToken)
    {
        var key = new ObjectKey(parent.Metadata.Namespace, "child");
        var child = store.Find(key);
        if (parent.Spec.Colour == "none")
        {
            if (child is not null) await store.DeleteAsync(child, cancellationToken);
        }
        else if (child is null) await store.CreateAsync(Child(parent, key), cancellationToken);
        else await store.ChangeAsync(child, child with { Spec = parent.Spec }, cancellationToken);
    }

    private static Pebble Child(Pebble parent, ObjectKey key) =>
        new() { Metadata = new ObjectMeta { Namespace = key.Namespace, Name = key.Name }, Spec = parent.Spec };
}
