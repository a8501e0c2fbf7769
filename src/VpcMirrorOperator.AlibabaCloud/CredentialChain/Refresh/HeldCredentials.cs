using VpcMirrorOperator.AlibabaCloud.Credentials;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;

/// <summary>Keys together with the time they were fetched.</summary>
internal sealed record HeldCredentials(CloudCredentials Credentials, DateTimeOffset FetchedAt)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);

    /// <summary>
    /// New keys are due 15 minutes before the end (as in the C# and npm libraries), but not in the first two thirds of the time
    /// they had left when fetched: an STS session may last just 15 minutes, and would else be renewed on every call.
    /// </summary>
    public Freshness FreshnessAt(DateTimeOffset now)
    {
        if (Credentials.Expiration is not { } end) return Freshness.Fresh;
        if (now >= end) return Freshness.Expired;
        var third = (end - FetchedAt) / 3;
        return end - now <= (third < Ahead ? third : Ahead) ? Freshness.Due : Freshness.Fresh;
    }
}
