using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;

/// <summary>What the last fetch failed with, and until when nobody need find that out again.</summary>
/// <param name="Error">The failure.</param>
/// <param name="Failures">In a row, 1 or more.</param>
/// <param name="Until">The next fetch may be made then.</param>
internal sealed record KnownTrouble(CloudException Error, int Failures, DateTimeOffset Until)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>After one more failure: a pause of 1 s, doubling up to 30 s.</summary>
    public static KnownTrouble After(KnownTrouble? before, CloudException error, DateTimeOffset now)
    {
        var failures = (before?.Failures ?? 0) + 1;
        var pause = First * Math.Pow(2, Math.Min(failures - 1, 10));
        return new(error, failures, now + (pause < Longest ? pause : Longest));
    }

    /// <summary>What a caller is told at once; null when it is time to try.</summary>
    public CloudException? Tell(DateTimeOffset now) => now >= Until ? null : new(Error.Action, Error.Code, Error.Detail)
    {
        HttpStatus = Error.HttpStatus,
        RequestId = Error.RequestId,
        RetryAfter = Until - now,
    };
}
