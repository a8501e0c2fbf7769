using System.Runtime.CompilerServices;
using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Cloud;

/// <summary>Follows the pages of a list by their tokens. A list that has no end is no list (rule 11).</summary>
/// <param name="action">The operation, for errors.</param>
/// <param name="maxPages">More pages than the cloud's quotas allow.</param>
internal sealed class TokenPages(string action, int maxPages)
{
    /// <summary>It goes into the query of a URL.</summary>
    private const int MaxTokenLength = 4096;

    /// <summary>The pages, one call each.</summary>
    /// <param name="read">Reads the page of a token; of null, the first.</param>
    /// <param name="next">The token that a page gives; null or empty on the last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CloudException">A token that was there before or is too long, or too many pages.</exception>
    public async IAsyncEnumerable<TPage> ReadAsync<TPage>(
        Func<string?, CancellationToken, Task<TPage>> read, Func<TPage, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        for (var pages = 1; ; pages++)
        {
            var page = await read(token, cancellationToken);
            yield return page;
            token = next(page);
            if (string.IsNullOrEmpty(token)) yield break;
            if (token.Length > MaxTokenLength) throw Unreadable("its NextToken is too long to be sent");
            if (!seen.Add(token)) throw Unreadable("its pages go round in a circle: a NextToken came twice");
            if (pages == maxPages) throw Unreadable($"it has more than {maxPages} pages");
        }
    }

    /// <summary>An answer that proves nothing: the list is asked for again.</summary>
    public CloudException Unreadable(string what) =>
        new(action, ClientErrorCodes.UnreadableReply, $"the answer cannot be used: {what}");
}
