namespace VpcMirrorOperator.Kubernetes.Api;

/// <summary>The body of a watch answer, read line by line under a <see cref="WatchGuard"/>.</summary>
internal sealed class WatchStream : IAsyncDisposable
{
    private readonly KubeRequest request;
    private readonly LineReader lines;
    private readonly WatchGuard guard;

    private WatchStream(KubeRequest request, LineReader lines, WatchGuard guard) =>
        (this.request, this.lines, this.guard) = (request, lines, guard);

    public static async Task<WatchStream> OpenAsync(
        KubeRequest request, HttpResponseMessage response, WatchOptions watch, RequestPipeline pipeline, TimeProvider time,
        CancellationToken ct)
    {
        var body = await response.Content.ReadAsStreamAsync(ct);
        var guard = new WatchGuard(watch, pipeline, time, ct);
        if (response.Version.Major < 2) guard.ProbeWhenQuiet();
        return new WatchStream(request, new LineReader(body), guard);
    }

    /// <summary>The next line, or null at the end of the stream.</summary>
    /// <exception cref="KubeApiException">The stream broke, or the guard gave it up.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken ct)
    {
        try
        {
            var line = await lines.ReadAsync(guard.Token);
            guard.Heard();
            return line;
        }
        catch (Exception error) when (error is HttpRequestException or IOException && !guard.GaveUp)
        {
            throw ApiErrors.Unreachable(request, error);
        }
        catch (Exception error) when (guard.GaveUp && !ct.IsCancellationRequested)
        {
            throw new KubeApiException($"{request}: {guard.Reason}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await guard.DisposeAsync();
        lines.Dispose();
    }
}
