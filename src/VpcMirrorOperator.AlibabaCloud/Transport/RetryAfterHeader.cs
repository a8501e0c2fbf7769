using System.Globalization;
using System.Net.Http.Headers;

namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>The header by which the gateway asks for a pause: whole milliseconds, and only positive ones count (as in the SDKs).</summary>
internal static class RetryAfterHeader
{
    private const string Name = "x-acs-retry-after";

    // As long as the default drift check interval: a wrong value must not hide for longer what becomes of a session.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The wait that is asked for, at most five minutes; null when absent, malformed, zero or negative.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues(Name, out var values)) return null;
        if (!long.TryParse(values.First(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms)) return null;
        return ms <= 0 ? null : ms >= Longest.TotalMilliseconds ? Longest : TimeSpan.FromMilliseconds(ms);
    }
}
