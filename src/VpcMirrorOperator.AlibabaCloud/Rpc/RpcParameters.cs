using System.Globalization;
using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>The API parameters of one call in the order they were added. A null value means "not given" and is left out.</summary>
public sealed class RpcParameters
{
    private readonly List<KeyValuePair<string, string>> _items = [];

    /// <summary>Decoded names and values, as they are signed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Items => _items;

    /// <summary>Adds a text parameter. An empty text is sent as <c>name=</c>.</summary>
    public RpcParameters Add(string name, string? value)
    {
        if (value is not null) _items.Add(new(name, value));
        return this;
    }

    /// <summary>Adds a whole number in invariant notation.</summary>
    public RpcParameters Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds <c>true</c> or <c>false</c> in lower case, as the npm SDK does.</summary>
    public RpcParameters Add(string name, bool? value) => Add(name, value switch { null => null, true => "true", false => "false" });

    /// <summary>Adds a list flattened to <c>name.1</c> … <c>name.N</c>. An empty list adds nothing.</summary>
    public RpcParameters AddList(string name, IReadOnlyList<string>? values)
    {
        _items.EnsureCapacity(_items.Count + (values?.Count ?? 0));
        for (var i = 0; i < (values?.Count ?? 0); i++)
            Add(string.Create(CultureInfo.InvariantCulture, $"{name}.{i + 1}"), values![i]);
        return this;
    }

    /// <summary>Adds a list of objects flattened to <c>name.1.Field</c> … <c>name.N.Field</c>. An empty list adds nothing.</summary>
    /// <param name="name">Name of the list.</param>
    /// <param name="values">The objects.</param>
    /// <param name="write">Adds one object's fields; the text, <c>name.N.</c>, goes before each field's name.</param>
    public RpcParameters AddEach<T>(string name, IReadOnlyList<T>? values, Action<T, string, RpcParameters> write)
    {
        for (var i = 0; i < (values?.Count ?? 0); i++)
            write(values![i], string.Create(CultureInfo.InvariantCulture, $"{name}.{i + 1}."), this);
        return this;
    }

    /// <summary>The query text: names and values percent-encoded, joined by <c>&amp;</c>, in the order of adding.</summary>
    public string ToQuery() => ToQuery("");

    /// <summary>The query text behind another one.</summary>
    /// <param name="before">What stands before it.</param>
    internal string ToQuery(string before) => QueryEncoding.Join(_items, before);
}
