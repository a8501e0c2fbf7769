namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Loses the answers of the first calls of an action, which the cloud has executed.</summary>
internal sealed class LostAnswer(HttpMessageHandler cloud, string action, int count) : DelegatingHandler(cloud)
{
    private int _left = count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (_left == 0 || !request.Headers.GetValues("x-acs-action").Contains(action)) return response;
        _left--;
        throw new HttpRequestException("the connection was reset");
    }
}
