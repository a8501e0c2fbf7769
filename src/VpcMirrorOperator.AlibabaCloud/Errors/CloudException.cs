using System.Globalization;

namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>
/// The one error of this library: a call was refused, lost or never sent. Holds facts only; what to do about them is for the caller to
/// know. Never holds a secret, token or signature.
/// </summary>
public sealed class CloudException : Exception
{
    /// <summary>Describes one failed call.</summary>
    /// <param name="action">Operation that was called.</param>
    /// <param name="code">Code of the cloud, or one of <see cref="ClientErrorCodes"/>.</param>
    /// <param name="detail">One or two sentences for a person, without secrets.</param>
    /// <param name="inner">Local cause, if any.</param>
    public CloudException(string action, string code, string detail, Exception? inner = null)
        : base(null, inner) => (Action, Code, Detail) = (action, code, detail);

    /// <summary>HTTP status of the answer; null when there was none.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The cloud's code, or one of <see cref="ClientErrorCodes"/>.</summary>
    public string Code { get; }

    /// <summary>The cloud's id of the call, when it answered.</summary>
    public string? RequestId { get; init; }

    /// <summary>The pause that the cloud asks for (header <c>x-acs-retry-after</c>); null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The operation that was asked for may have taken, or may yet take, effect. False for definite refusals and for failures
    /// before anything was sent.
    /// </summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>
    /// The keys for the call could not be had, so it was not sent; code and status are those of the call that asked for the keys.
    /// </summary>
    public bool IsAboutCredentials { get; init; }

    /// <summary>Operation that was called.</summary>
    public string Action { get; }

    /// <summary>The cloud's message, or our own words for local failures.</summary>
    public string Detail { get; }

    /// <summary>A call with <c>DryRun=true</c> passed every check. The API reports that success as an error.</summary>
    public bool IsDryRunSuccess => Code == CloudErrorCodes.DryRunSuccess;

    /// <summary>The cloud, or a proxy by its status 429, asks for fewer calls.</summary>
    public bool IsThrottling => CloudErrorCodes.IsThrottling(Code) || HttpStatus == 429;

    /// <inheritdoc/>
    public override string Message
    {
        get
        {
            var status = HttpStatus is { } s ? string.Create(CultureInfo.InvariantCulture, $", HTTP {s}") : "";
            var id = RequestId is { } r ? $", request {r}" : "";
            return $"{Action}: {Code}{status}{id}: {Detail}";
        }
    }
}
