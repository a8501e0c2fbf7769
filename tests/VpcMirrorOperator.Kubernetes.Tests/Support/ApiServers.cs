using System.Collections.Concurrent;
using VpcMirrorOperator.Kubernetes.Tests.Support;
using VpcMirrorOperator.TestSupport.ApiServers;

[assembly: AssemblyFixture(typeof(ApiServers))]

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>The real servers of this test run: started when first asked for, one for each version and purpose, ended at the end.</summary>
public sealed class ApiServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Version, string Purpose), Lazy<Task<ApiServerFixture>>> _started = new();

    /// <summary>The versions to test; a skipped row when there is none.</summary>
    public static TheoryData<string> Versions
    {
        get
        {
            var found = ApiServerBinaries.Find();
            return found.Count == 0
                ? [new TheoryDataRow<string>("none") { Skip = ApiServerBinaries.SkipReason }]
                : [.. found.Select(b => new TheoryDataRow<string>(b.Version))];
        }
    }

    /// <summary>A server; tests that break it, or give it flags, use a purpose of their own.</summary>
    public Task<ApiServerFixture> GetAsync(string version, string purpose = "shared", params string[] flags) =>
        _started.GetOrAdd((version, purpose), k => new Lazy<Task<ApiServerFixture>>(() => StartAsync(k.Version, flags))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _started.Values) await (await server.Value).DisposeAsync();
    }

    private static Task<ApiServerFixture> StartAsync(string version, string[] flags) =>
        ApiServerFixture.StartAsync(ApiServerBinaries.Find().First(b => b.Version == version), flags);
}
