using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Storage;

/// <summary>On the command line, too, a session changes hands only when no call is on its way.</summary>
public sealed class FormerObjectsTests : IDisposable
{
    private readonly Stores _stores = new();

    private static string Renamed => Manifest.Valid.Replace("name: web", "name: shop", StringComparison.Ordinal);

    public void Dispose() => _stores.Dispose();

    [Theory]
    [InlineData(null, 2)]
    [InlineData(1.0, 1)] // it was accepted: nothing of it is on its way
    public async Task An_object_that_is_declared_no_more_is_a_claimant_while_its_last_write_has_no_answer(
        double? acceptedSecondsAgo, int claimants)
    {
        var before = await _stores.OpenAsync(Manifest.Valid);
        var web = before.Find(Stores.Web)!;
        var operation = Given.Operation(OperationVerb.Add, Given.Ids(1, 1), 5, acceptedSecondsAgo);
        await before.WriteStatusAsync(web, new TrafficMirrorSessionStatus { Operation = operation }, TestContext.Current.CancellationToken);

        var store = await _stores.OpenAsync(Renamed);

        Assert.Equal(claimants, store.ClaimantsOf(web.Session()).Count);
        Assert.Equal("shop", Assert.Single(store.List()).Metadata.Name);
        Assert.True(Ownership.Of(store.List().Single(), store.ClaimantsOf(web.Session()), TenancyRules.Unrestricted).Owns);
    }

    [Fact]
    public async Task A_file_that_nobody_declares_and_nobody_can_read_does_no_harm()
    {
        await File.WriteAllTextAsync(Path.Join(_stores.Folder.Path, "default_old.json"), "not json", TestContext.Current.CancellationToken);
        Assert.Single((await _stores.OpenAsync(Manifest.Valid)).List());
    }
}
