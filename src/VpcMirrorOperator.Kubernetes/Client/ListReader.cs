using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Reads a list answer item by item from its stream, without a list type for each kind: of the answer, one item is held at a time,
/// whatever its pages hold.
/// </summary>
internal sealed class ListReader<T>(ReadBuffer body, JsonTypeInfo<T> type)
    where T : class
{
    private readonly FrameReader _frames = new(body, AnswerLimits.Object);
    private readonly List<T> _items = [];
    private readonly List<UndecodableObject> _undecodable = [];
    private ListMeta _meta = new();

    /// <exception cref="JsonException">It is no list, or ends too early.</exception>
    public async Task<ListPage<T>> ReadAsync(CancellationToken cancellationToken)
    {
        await _frames.TakeAsync((byte)'{', cancellationToken);
        if (await _frames.PeekAsync(cancellationToken) != '}') await ReadFieldsAsync(cancellationToken);
        return new ListPage<T>(_items, _meta.ResourceVersion, _meta.Continue.Length == 0 ? null : _meta.Continue, _undecodable)
        {
            Bytes = body.TotalBytes,
        };
    }

    private async Task ReadFieldsAsync(CancellationToken cancellationToken)
    {
        do
        {
            var name = NameOf(await _frames.ReadAsync(cancellationToken));
            await _frames.TakeAsync((byte)':', cancellationToken);
            if (name == "items" && await _frames.PeekAsync(cancellationToken) == '[') await ReadItemsAsync(cancellationToken);
            else ReadField(name, await _frames.ReadAsync(cancellationToken));
        }
        while (await _frames.MoreAsync((byte)'}', cancellationToken));
    }

    private async Task ReadItemsAsync(CancellationToken cancellationToken)
    {
        await _frames.TakeAsync((byte)'[', cancellationToken);
        if (await _frames.PeekAsync(cancellationToken) == ']')
        {
            await _frames.TakeAsync((byte)']', cancellationToken);
            return;
        }

        do Add(await _frames.ReadAsync(cancellationToken));
        while (await _frames.MoreAsync((byte)']', cancellationToken));
    }

    private void Add(Frame item)
    {
        if (item.IsCut) _undecodable.Add(ObjectDecoder.TooLarge(item.Bytes.Span));
        else if (ObjectDecoder.TryRead(item.Bytes.Span, type, out var bad) is { } value) _items.Add(value);
        else if (bad is not null) _undecodable.Add(bad);
    }

    private void ReadField(string name, Frame value)
    {
        if (value.IsCut) throw new JsonException("A field of a list is too large.");
        if (name == "metadata") _meta = JsonSerializer.Deserialize(value.Bytes.Span, KubeJson.Default.ListMeta) ?? _meta;
        else ObjectDecoder.Check(value.Bytes.Span);
    }

    private static string NameOf(Frame name)
    {
        var reader = new Utf8JsonReader(name.Bytes.Span);
        if (name.IsCut || !reader.Read() || reader.TokenType != JsonTokenType.String)
            throw new JsonException("Expected the name of a field.");
        return reader.ValueTextEquals("items"u8) ? "items" : reader.ValueTextEquals("metadata"u8) ? "metadata" : "";
    }
}
