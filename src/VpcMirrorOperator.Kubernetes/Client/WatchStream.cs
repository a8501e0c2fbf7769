namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>The body of a watch answer, read line by line under a <see cref="WatchGuard"/>.</summary>
internal sealed class WatchStream : IAsyncDisposable
{
    private readonly KubeRequest _request;
    private readonly LineReader _lines;
    private readonly WatchGuard _guard;

    private WatchStream(KubeRequest request, LineReader lines, WatchGuard guard) =>
        (_request, _lines, _guard) = (request, lines, guard);

    public static async Task<WatchStream> OpenAsync(
        KubeRequest request, HttpResponseMessage response, WatchOptions watch, RequestPipeline pipeline, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var guard = new WatchGuard(watch, pipeline, time, cancellationToken);
        if (response.Version.Major < 2) guard.ProbeWhenQuiet();
        return new WatchStream(request, new LineReader(body, AnswerLimits.Line), guard);
    }

    /// <summary>The next line, or null at the end of the stream.</summary>
    /// <exception cref="KubeApiException">The stream broke, or the guard gave it up.</exception>
    public async ValueTask<Line?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            var line = await _lines.ReadAsync(_guard.Token);
            _guard.OnActivity();
            return line;
        }
        catch (Exception error) when (error is HttpRequestException or IOException && !_guard.GaveUp)
        {
            throw RequestErrors.Unreachable(_request, error);
        }
        catch (Exception error) when (_guard.GaveUp && !cancellationToken.IsCancellationRequested)
        {
            throw new KubeApiException($"{_request}: {_guard.Reason}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _guard.DisposeAsync();
        _lines.Dispose();
    }
}
