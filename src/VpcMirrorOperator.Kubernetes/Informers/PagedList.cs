using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>Lists a collection page by page.</summary>
internal sealed class PagedList<T>(KubeClient client, InformerOptions<T> options, ResourcePath path)
    where T : class
{
    private PageLimit _limit = PageLimit.Of(options.PageSize);

    /// <summary>Reads all pages.</summary>
    /// <param name="list">What they bring.</param>
    /// <param name="notOlderThan">The bound of the list's version; null for the newest.</param>
    /// <param name="onActivity">Called at signs of life of the server.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The list's version.</returns>
    public async Task<string> ReadAsync(
        IncomingList<T> list, string? notOlderThan, Action onActivity, CancellationToken cancellationToken)
    {
        var (isInPage, bytes) = (false, 0L);
        var next = new ListOptions
        {
            LabelSelector = options.LabelSelector,
            Limit = _limit.Objects,
            NotOlderThan = _limit.PageFailed ? null : notOlderThan,
            OnActivity = () =>
            {
                isInPage = true;
                onActivity();
            },
        };
        try
        {
            while (true)
            {
                var page = await client.ListAsync(path, next, options.Type, cancellationToken);
                (isInPage, bytes) = (false, bytes + page.Bytes);
                foreach (var item in page.Items) list.Add(item);
                foreach (var bad in page.Undecodable) list.Keep(bad);
                next = next with { Continue = page.Continue, NotOlderThan = null };
                if (page.Continue is not null) continue;
                _limit = _limit.After(list.Count, bytes);
                return page.ResourceVersion;
            }
        }
        catch when (isInPage)
        {
            _limit = _limit.AfterBrokenPage();
            throw;
        }
    }
}
