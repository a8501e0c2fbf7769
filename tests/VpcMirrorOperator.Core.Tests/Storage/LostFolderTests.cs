using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Storage;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Storage;

/// <summary>Rule S3: a state folder may be lost, and a call of the run before may still be on its way.</summary>
public sealed class LostFolderTests : IDisposable
{
    private const string Created = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata:
          name: web
        spec:
          regionId: cn-hangzhou
          session:
            target: {type: NetworkInterface, id: eni-target}
            filterId: tmf-f1
            priority: 7
          sourceIds: [eni-a1]
        """;

    private readonly Stores _stores = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _stores.Dispose();

    [Fact]
    public async Task S3_A_new_object_that_creates_is_held_from_the_start_so_that_it_counts_as_one_whose_record_is_lost()
    {
        Assert.Equal([Finalizers.Detach], (await _stores.OpenAsync(Created)).Find(Stores.Web)!.Metadata.Finalizers);
        var again = (await _stores.OpenAsync(Created)).Find(Stores.Web)!;
        Assert.Equal(("2", 1), (again.Metadata.ResourceVersion, again.Metadata.Finalizers.Count));
    }

    [Fact]
    public async Task S3_Where_the_emulator_lives_in_the_folder_nothing_can_be_lost()
    {
        var store = new ManifestObjectStore<TrafficMirrorSession>(
            SessionKind.Resource, new StateFolder(_stores.Folder.Path, _stores.Time), _stores.Time, () => "uid-x", isComplete: true);
        await store.ReloadAsync(Stores.Sessions(Created), Ct);
        Assert.Empty(store.Find(Stores.Web)!.Metadata.Finalizers);
    }

    [Fact]
    public async Task An_adopted_object_is_not_held() =>
        Assert.Empty((await _stores.OpenAsync(Manifest.Valid)).Find(Stores.Web)!.Metadata.Finalizers);
}
