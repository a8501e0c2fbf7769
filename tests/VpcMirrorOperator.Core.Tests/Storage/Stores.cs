using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Storage;

/// <summary>Opens stores on a state folder of its own.</summary>
internal sealed class Stores : IDisposable
{
    public static readonly ObjectKey Web = new("default", "web");

    // The labels and annotations that tests write, which a kind that creates objects has to keep.
    private static readonly KeptMetadata Kept = new() { Labels = ["policy"], Annotations = ["note"] };
    private static readonly ResourceKind<TrafficMirrorSession> Kind =
        SessionKind.Resource with { Type = Kept.Of(OperatorJson.Default.TrafficMirrorSession) };

    private int _uids;

    public TempFolder Folder { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public static TrafficMirrorSessionStatus Status(long sequence) => new() { OperationSequence = sequence };

    public static IReadOnlyList<TrafficMirrorSession> Sessions(string text)
    {
        var set = Manifest.Parse(text);
        Assert.Empty(set.Errors);
        return set.Of<TrafficMirrorSession>();
    }

    public async Task<ManifestObjectStore<TrafficMirrorSession>> OpenAsync(string text, TimeProvider? clock = null)
    {
        var store = New(new StateFolder(Folder.Path, clock ?? Time));
        await store.ReloadAsync(Sessions(text), TestContext.Current.CancellationToken);
        return store;
    }

    public ManifestObjectStore<TrafficMirrorSession> New(StateFolder folder) => new(
        Kind, folder, Time, () => "uid-" + Interlocked.Increment(ref _uids).ToString(CultureInfo.InvariantCulture));

    public void Dispose() => Folder.Dispose();
}
