using System.Collections;
using System.Globalization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>
/// The log scope around one reconcile. It becomes text when a line is logged in it, which is hardly ever: most reconciles log nothing.
/// </summary>
/// <param name="controller">The controller's name.</param>
/// <param name="key">The object.</param>
/// <param name="instance">What the reconcile ids of this process begin with.</param>
/// <param name="number">Running number of the reconcile.</param>
internal sealed class ReconcileScope(string controller, ObjectKey key, string instance, long number)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Format = "controller {Controller} object {Object} reconcile {ReconcileId}";

    public int Count => 4;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("Controller", controller),
        1 => new("Object", key),
        2 => new("ReconcileId", Id),
        3 => new("{OriginalFormat}", Format),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    private string Id => string.Create(CultureInfo.InvariantCulture, $"{instance}{number:x}");

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    public override string ToString() => $"controller {controller} object {key} reconcile {Id}";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
