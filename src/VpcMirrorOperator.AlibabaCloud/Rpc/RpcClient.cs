using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.RateLimiting;
using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.AlibabaCloud.Transport;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>
/// Calls RPC-style products with the rights of one account, signed with ACS3-HMAC-SHA256. One call is one attempt, since only the
/// caller knows whether repeating is safe; the exception is a refused security token, which is renewed once. Thread-safe.
/// </summary>
public sealed class RpcClient
{
    /// <summary>From connecting to the last byte of the answer.</summary>
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(10);

    private readonly ICredentialsProvider _credentials;
    private readonly TimeProvider _time;
    private readonly INonceSource _nonces;
    private readonly ILogger _logger;
    private readonly EndpointResolver _endpoints;
    private readonly HttpSender _http;
    private readonly IRpcMetrics? _metrics;

    /// <summary>Creates a client. It does not own <paramref name="http"/>.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RpcClient(
        HttpMessageInvoker http,
        ICredentialsProvider credentials,
        RpcClientOptions options,
        TimeProvider time,
        INonceSource nonces,
        ILogger<RpcClient>? logger = null,
        IRpcMetrics? metrics = null)
    {
        (_credentials, _time, _nonces) = (credentials, time, nonces);
        _logger = logger ?? NullLogger<RpcClient>.Instance;
        _metrics = metrics;
        _endpoints = new(options.Endpoints);
        _http = new(http, time, HttpSender.DefaultMaxReplyBytes);
        Budget = new(options.RateBudget, time);
    }

    /// <summary>The rate limits of this account.</summary>
    public RateBudget Budget { get; }

    /// <summary>
    /// The handler for real use, with safe settings. It keeps the deadlines for sending. The caller wraps it in an invoker and disposes it.
    /// </summary>
    public static HttpMessageHandler CreateHandler() => ProductionHandler.Create();

    /// <inheritdoc cref="SendAsync{TResponse}(IRpcRequest{TResponse}, SendDeadline?, CancellationToken)"/>
    public Task<TResponse> SendAsync<TResponse>(IRpcRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : IRpcResponse => SendAsync(request, null, cancellationToken);

    /// <summary>Waits for the rate budget, but not for a long pause that the cloud asked for, then calls the operation once.</summary>
    /// <param name="request">The operation.</param>
    /// <param name="deadline">
    /// When the decision behind the call becomes too old to be sent. Checked after every wait here (budget, credentials, a renewed token)
    /// and by the handler before each write to the network; independently of it, nothing is sent after the attempt's own limit.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="CloudException">
    /// The call was refused, lost or never sent; <see cref="ClientErrorCodes.DeadlinePassed"/> when <paramref name="deadline"/> had passed,
    /// <see cref="ClientErrorCodes.Paused"/> when the cloud asked for a pause.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller gave up; a request on its way may have taken effect.</exception>
    public async Task<TResponse> SendAsync<TResponse>(
        IRpcRequest<TResponse> request, SendDeadline? deadline, CancellationToken cancellationToken) where TResponse : IRpcResponse
    {
        var endpoint = _endpoints.Resolve(request.Product, request.RegionId, request.Action);
        var key = new BucketKey(request.Product, request.RegionId, request.Action, request.IsWrite);
        await WaitAsync(key, cancellationToken);
        var credentials = await GetCredentialsAsync(request.Action, cancellationToken);
        try
        {
            return await AttemptAsync(request, endpoint, key, credentials, deadline, cancellationToken);
        }
        catch (CloudException e) when (CloudErrorCodes.IsSecurityTokenRefused(e.Code))
        {
            _logger.TokenRefused(e.Code, _credentials.Name);
            var renewed = await RenewCredentialsAsync(request.Action, credentials, cancellationToken);
            if (renewed.SameKeysAs(credentials)) throw;
            credentials = renewed;
        }
        await WaitAsync(key, cancellationToken);
        return await AttemptAsync(request, endpoint, key, credentials, deadline, cancellationToken);
    }

    private async Task WaitAsync(BucketKey key, CancellationToken cancellationToken)
    {
        if (await Budget.WaitAsync(key, cancellationToken) is { } pause) throw Paused(key.Action, pause);
    }

    private async Task<TResponse> AttemptAsync<TResponse>(
        IRpcRequest<TResponse> request,
        Uri endpoint,
        BucketKey key,
        CloudCredentials credentials,
        SendDeadline? deadline,
        CancellationToken cancellationToken)
        where TResponse : IRpcResponse
    {
        if (deadline is { HasPassed: true }) throw NotSent(request.Action);
        var start = _time.GetTimestamp();
        _metrics?.Signing(credentials.Expiration);
        try
        {
            using var message = SignedRequest.Create(
                request, endpoint, credentials, _time.GetUtcNow(), _nonces.Create());
            using var reply = await _http.SendAsync(message, request.Action, AttemptLimit, deadline, cancellationToken);
            var response = RpcReply.Read(reply, request, RequestSecrets.Of(credentials, message));
            _logger.Answered(request.Action, request.RegionId, ElapsedMs(start), response.RequestId);
            _metrics?.Attempted(request.Action, null, _time.GetElapsedTime(start));
            return response;
        }
        catch (CloudException e)
        {
            _logger.Failed(request.Action, request.RegionId, ElapsedMs(start), e.Code, e.HttpStatus, e.RequestId);
            _metrics?.Attempted(request.Action, e.Code, _time.GetElapsedTime(start));
            if (e.IsThrottling) Slow(key, e);
            throw;
        }
    }

    private static CloudException NotSent(string action) =>
        new(action, ClientErrorCodes.DeadlinePassed, SendDeadlinePassedException.Text);

    private CloudException Paused(string action, TimeSpan pause)
    {
        var end = (_time.GetUtcNow() + pause).ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new CloudException(action, ClientErrorCodes.Paused, $"the cloud asked for a pause of these calls until {end}")
        {
            RetryAfter = pause,
        };
    }

    private void Slow(BucketKey key, CloudException e)
    {
        _logger.Throttled(key.Action, key.RegionId, e.Code);
        Budget.Throttled(key, e.RetryAfter);
    }

    private double ElapsedMs(long start) => _time.GetElapsedTime(start).TotalMilliseconds;

    private async Task<CloudCredentials> GetCredentialsAsync(string action, CancellationToken cancellationToken)
    {
        try
        {
            var credentials = await _credentials.GetAsync(cancellationToken);
            return credentials.AreSendable
                ? credentials
                : throw new CloudException(
                    action,
                    ClientErrorCodes.NoCredentials,
                    "the access key id or the security token has characters that no header can have");
        }
        catch (CloudException e)
        {
            // Nothing of this action was sent, whatever happened to the call that fetches the keys.
            throw new CloudException(action, e.Code, $"no credentials: {e.Detail}", e)
            {
                IsAboutCredentials = true,
                HttpStatus = e.HttpStatus,
                RequestId = e.RequestId,
                RetryAfter = e.RetryAfter,
            };
        }
    }

    private async Task<CloudCredentials> RenewCredentialsAsync(
        string action, CloudCredentials refused, CancellationToken cancellationToken)
    {
        // Another call may have renewed them already.
        var current = await GetCredentialsAsync(action, cancellationToken);
        if (!current.SameKeysAs(refused)) return current;
        _credentials.Invalidate();
        return await GetCredentialsAsync(action, cancellationToken);
    }
}
