using System.Net;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>The emulator in place of the network.</summary>
internal sealed class EmulatorHandler(VpcEmulator emulator) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        KeyValuePair<string, string>[] headers =
        [
            .. request.Headers.Where(header => !header.Key.Equals("host", StringComparison.OrdinalIgnoreCase))
                .Select(header => KeyValuePair.Create(header.Key, string.Join(",", header.Value))),
            KeyValuePair.Create("host", uri.Authority),
        ];
        var answer = emulator.Handle(new EmulatorRequest(request.Method.Method, uri.PathAndQuery, headers, ReadOnlyMemory<byte>.Empty));
        if (answer.DropConnection) throw new HttpRequestException(HttpRequestError.ResponseEnded, "dropped");
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(answer.Body.ToArray()) };
        foreach (var (name, value) in answer.Headers)
            if (!response.Headers.TryAddWithoutValidation(name, value)) response.Content.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    }
}
