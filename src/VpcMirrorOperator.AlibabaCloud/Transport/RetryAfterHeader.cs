using System.Globalization;
using System.Net.Http.Headers;

namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>The header by which the gateway asks for a pause: whole milliseconds, and only positive ones count (as in the SDKs).</summary>
internal static class RetryAfterHeader
{
    private const string Name = "x-acs-retry-after";

    // A wrong value must not park a session for days.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The wait that is asked for, at most one hour; null when absent, malformed, zero or negative.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues(Name, out var values)) return null;
        if (!long.TryParse(values.First(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms)) return null;
        return ms <= 0 ? null : ms >= Longest.TotalMilliseconds ? Longest : TimeSpan.FromMilliseconds(ms);
    }
}
