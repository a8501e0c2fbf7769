using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;
using VpcMirrorOperator.Tests.Manifests;

namespace VpcMirrorOperator.Tests.Storage;

/// <summary>Opens stores on a state folder of its own.</summary>
internal sealed class Stores : IDisposable
{
    public static readonly ObjectKey Web = new("default", "web");
    private int uids;

    public TempFolder Folder { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public static TrafficMirrorSessionStatus Status(long sequence) => new() { OperationSequence = sequence };

    public static IReadOnlyList<TrafficMirrorSession> Sessions(string text)
    {
        var set = Manifest.Parse(text);
        Assert.Empty(set.Errors);
        return set.Sessions;
    }

    public Task<ManifestStore> OpenAsync(string text, TimeProvider? clock = null) => ManifestStore.OpenAsync(
        new StateFolder(Folder.Path, clock ?? Time), Sessions(text), Time,
        () => "uid-" + Interlocked.Increment(ref uids).ToString(CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);

    public void Dispose() => Folder.Dispose();
}
