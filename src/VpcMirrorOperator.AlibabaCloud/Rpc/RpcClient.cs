using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.RateLimiting;
using VpcMirrorOperator.AlibabaCloud.Transport;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>
/// Calls RPC-style products with the rights of one account, signed with ACS3-HMAC-SHA256. One call is one attempt, since only the
/// caller knows whether repeating is safe; the exception is a refused security token, which is renewed once. Thread-safe.
/// </summary>
public sealed class RpcClient
{
    private readonly ICredentialsProvider _credentials;
    private readonly RpcClientOptions _options;
    private readonly TimeProvider _time;
    private readonly INonceSource _nonces;
    private readonly ILogger _logger;
    private readonly EndpointResolver _endpoints;
    private readonly HttpExchange _exchange;
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
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.AttemptTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxReplyBytes, nameof(options));
        (_credentials, _options, _time, _nonces) = (credentials, options, time, nonces);
        _logger = logger ?? NullLogger<RpcClient>.Instance;
        _metrics = metrics;
        _endpoints = new(options.Endpoints);
        _exchange = new(http, time, options.MaxReplyBytes);
        Budget = new(options.RateBudget, time);
    }

    /// <summary>The rate limits of this account.</summary>
    public RateBudget Budget { get; }

    /// <summary>The socket handler for real use, with safe settings; the caller wraps it in an invoker and disposes it.</summary>
    public static SocketsHttpHandler CreateHandler() => ProductionHandler.Create();

    /// <summary>Waits for the rate budget, then calls the operation once.</summary>
    /// <exception cref="CloudException">The call was refused, lost or never sent.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; a request on its way may have taken effect.</exception>
    public async Task<TResponse> SendAsync<TResponse>(IRpcRequest<TResponse> request, CancellationToken ct) where TResponse : IRpcResponse
    {
        var endpoint = _endpoints.Resolve(request.Product, request.RegionId, request.Action);
        var key = new BucketKey(request.Product, request.RegionId, request.Action, request.IsWrite);
        await Budget.WaitAsync(key, ct);
        var credentials = await GetCredentialsAsync(request.Action, ct);
        try
        {
            return await AttemptAsync(request, endpoint, key, credentials, ct);
        }
        catch (CloudException e) when (CloudErrorClassifier.IsSecurityTokenRefused(e.Code))
        {
            RpcLog.TokenRefused(_logger, e.Code, _credentials.Name);
            var renewed = await RenewCredentialsAsync(request.Action, credentials, ct);
            if (renewed.SameKeysAs(credentials)) throw;
            credentials = renewed;
        }
        await Budget.WaitAsync(key, ct);
        return await AttemptAsync(request, endpoint, key, credentials, ct);
    }

    private async Task<TResponse> AttemptAsync<TResponse>(
        IRpcRequest<TResponse> request, Uri endpoint, BucketKey key, Credentials.Credentials credentials, CancellationToken ct)
        where TResponse : IRpcResponse
    {
        var start = _time.GetTimestamp();
        _metrics?.Signing(credentials.Expiration);
        try
        {
            using var message = SignedRequest.Create(
                request, endpoint, credentials, _time.GetUtcNow(), _nonces.Create(), _options.UserAgent);
            var reply = await _exchange.SendAsync(message, request.Action, _options.AttemptTimeout, ct);
            var response = RpcReply.Read(reply, request, credentials.AccessKeySecret, credentials.SecurityToken);
            RpcLog.Answered(_logger, request.Action, request.RegionId, ElapsedMs(start), response.RequestId);
            _metrics?.Attempted(request.Action, null, _time.GetElapsedTime(start));
            return response;
        }
        catch (CloudException e)
        {
            RpcLog.Failed(_logger, request.Action, request.RegionId, ElapsedMs(start), e.Code, e.HttpStatus, e.RequestId);
            _metrics?.Attempted(request.Action, e.Code, _time.GetElapsedTime(start));
            if (e.IsThrottling) Slow(key, e);
            throw;
        }
    }

    private void Slow(BucketKey key, CloudException e)
    {
        RpcLog.Throttled(_logger, key.Action, key.RegionId, e.Code);
        Budget.Throttled(key, e.RetryAfter);
    }

    private double ElapsedMs(long start) => _time.GetElapsedTime(start).TotalMilliseconds;

    private async Task<Credentials.Credentials> GetCredentialsAsync(string action, CancellationToken ct)
    {
        try
        {
            var credentials = await _credentials.GetAsync(ct);
            return credentials.AreSendable
                ? credentials
                : throw CredentialsError.NotUsable("the access key id or security token holds blanks, line breaks or other odd characters");
        }
        catch (CloudException e)
        {
            // Nothing of this action was sent, whatever happened to the call that fetches the keys; and a class about that
            // call's own parameters must not be taken for one about this action's.
            var @class = e.Class == CloudErrorClass.Retry ? CloudErrorClass.Retry : CloudErrorClass.UserAction;
            throw new CloudException(action, e.Code, $"no credentials: {e.Detail}", @class, e)
            {
                HttpStatus = e.HttpStatus,
                RequestId = e.RequestId,
                RetryAfter = e.RetryAfter,
            };
        }
    }

    private async Task<Credentials.Credentials> RenewCredentialsAsync(
        string action, Credentials.Credentials refused, CancellationToken ct)
    {
        // Another call may have renewed them already.
        var current = await GetCredentialsAsync(action, ct);
        if (!current.SameKeysAs(refused)) return current;
        _credentials.Invalidate();
        return await GetCredentialsAsync(action, ct);
    }
}
