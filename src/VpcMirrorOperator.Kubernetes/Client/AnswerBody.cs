using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Reads the body of an answer in memory that is bounded and used again.</summary>
internal static class AnswerBody
{
    /// <summary>One object.</summary>
    /// <exception cref="KubeApiException">It is larger than <see cref="AnswerLimits.Object"/>.</exception>
    /// <exception cref="JsonException">It does not fit its type.</exception>
    public static async Task<T> ReadObjectAsync<T>(
        KubeRequest request, HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = response;
        using var buffer = new ReadBuffer(await response.Content.ReadAsStreamAsync(cancellationToken));
        if (!await FillAsync(buffer, AnswerLimits.Object, cancellationToken)) throw RequestErrors.TooLarge(request, AnswerLimits.Object);
        return ObjectDecoder.Read(buffer.Available.Span, type) ?? throw new JsonException("The answer is null.");
    }

    /// <summary>One page of a list.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="type">How to read an object.</param>
    /// <param name="onActivity">Called when the first bytes are there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JsonException">It is no list.</exception>
    public static async Task<ListPage<T>> ReadPageAsync<T>(
        HttpResponseMessage response, JsonTypeInfo<T> type, Action? onActivity, CancellationToken cancellationToken)
        where T : class
    {
        using var answer = response;
        using var buffer = new ReadBuffer(await response.Content.ReadAsStreamAsync(cancellationToken));
        if (await buffer.FillAsync(cancellationToken)) onActivity?.Invoke();
        return await new ListReader<T>(buffer, type).ReadAsync(cancellationToken);
    }

    /// <summary>The <c>Status</c> object of an error; an empty one when there is none (a proxy answered), or a monstrous one.</summary>
    public static async Task<ApiStatus> ReadStatusAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var buffer = new ReadBuffer(await response.Content.ReadAsStreamAsync(cancellationToken));
        if (!await FillAsync(buffer, AnswerLimits.Error, cancellationToken)) return new ApiStatus();
        try
        {
            return JsonSerializer.Deserialize(buffer.Available.Span, KubeJson.Default.ApiStatus) ?? new ApiStatus();
        }
        catch (Exception e) when (Json.IsUnreadable(e))
        {
            return new ApiStatus();
        }
    }

    private static async ValueTask<bool> FillAsync(ReadBuffer buffer, int limit, CancellationToken cancellationToken)
    {
        while (await buffer.FillAsync(cancellationToken))
            if (buffer.Available.Length > limit) return false;
        return true;
    }
}
