using System.Text.Json;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>Reads an HTTP answer into the operation's response or the typed error.</summary>
internal static class RpcReply
{
    /// <summary>The response of a 2xx answer.</summary>
    /// <exception cref="CloudException">The answer is an error, or a 2xx that cannot be read.</exception>
    public static TResponse Read<TResponse>(HttpReply reply, IRpcRequest<TResponse> request, RequestSecrets secrets)
        where TResponse : IRpcResponse
    {
        if (!reply.IsSuccess) throw Error(reply, request.Action, secrets);
        try
        {
            if (reply.Body is { } body && JsonSerializer.Deserialize(secrets.Hide(body).Span, request.ResponseType) is { } response)
                return response;
        }
        catch (JsonException)
        {
            // The exception quotes the answer's path and bytes: not passed on, the code below says enough.
        }
        throw Unreadable(reply, request.Action);
    }

    /// <summary>The typed error of an answer that is not 2xx.</summary>
    public static CloudException Error(HttpReply reply, string action, RequestSecrets secrets)
    {
        if (reply.Body is not { } body || ErrorBodyParser.Parse(body) is not { } error) return Unreadable(reply, action);
        var code = Word(error.Code, secrets);
        return new(action, code, ErrorText.Clean(code, secrets.Hide(error.Message ?? "")))
        {
            HttpStatus = reply.Status,
            RequestId = error.RequestId is { } id ? Word(id, secrets) : null,
            RetryAfter = reply.RetryAfter,
            OutcomeUnknown = CloudErrorCodes.IsOutcomeUnknown(reply.Status, code),
        };
    }

    private static string Word(string text, RequestSecrets secrets) => ForeignText.Clean(secrets.Hide(text), ForeignText.WordLength);

    private static CloudException Unreadable(HttpReply reply, string action)
    {
        var what = reply.Body switch
        {
            null => "is too large",
            { IsEmpty: true } => "is empty",
            _ => "is not what the API documents: check the endpoint, and whether a proxy answers instead",
        };
        return new(action, ClientErrorCodes.UnreadableReply, $"the answer {what}")
        {
            HttpStatus = reply.Status,
            RetryAfter = reply.RetryAfter,
            OutcomeUnknown = reply.IsSuccess || reply.Status >= 500,
        };
    }
}
