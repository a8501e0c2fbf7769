using System.Net;
using System.Text;

namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>
/// The texts of the elements right below the root of a small XML text, by name. The whole of <c>System.Xml</c> would cost the operator
/// half a megabyte of code for three elements that a gateway writes when it did not get as far as the service.
/// </summary>
internal ref struct XmlFields
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private ReadOnlySpan<char> _rest;
    private string? _name;
    private int _depth;

    private XmlFields(ReadOnlySpan<char> xml) => _rest = xml;

    /// <summary>The texts, the first one of each name; null for what is no XML, is cut, or declares entities of its own.</summary>
    /// <param name="utf8">The text, from its first <c>&lt;</c> on.</param>
    public static Dictionary<string, string>? Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new XmlFields(Encoding.UTF8.GetString(utf8));
        while (!reader._rest.IsEmpty)
            if (!reader.Next()) return null;
        return reader._depth == 0 ? reader._fields : null;
    }

    private bool Next() => _rest switch
    {
        ['<', '?', ..] => Pass("?>"),
        ['<', '!', '-', '-', ..] => Pass("-->"),
        ['<', '!', '[', 'C', 'D', 'A', 'T', 'A', '[', ..] => Unescaped(),
        ['<', '!', ..] => false,
        ['<', '/', ..] => Close(),
        ['<', ..] => Open(),
        _ => Text(),
    };

    private bool Open()
    {
        if (!Take(1, ">", out var tag)) return false;
        var name = tag[..(tag.IndexOfAny(" \t\r\n/") is var end and >= 0 ? end : tag.Length)];
        if (name.IsEmpty || name.Contains('<')) return false;
        if (tag[^1] == '/') return true;
        _name = ++_depth == 2 ? name.ToString() : null;
        return true;
    }

    private bool Close()
    {
        _name = null;
        return Take(2, ">", out _) && --_depth >= 0;
    }

    private bool Text()
    {
        var end = _rest.IndexOf('<');
        var text = end < 0 ? _rest : _rest[..end];
        _rest = _rest[text.Length..];
        Note(text, WebUtility.HtmlDecode);
        return true;
    }

    private bool Unescaped()
    {
        if (!Take("<![CDATA[".Length, "]]>", out var text)) return false;
        Note(text, static plain => plain);
        return true;
    }

    private readonly void Note(ReadOnlySpan<char> text, Func<string, string?> decode)
    {
        if (_name is not null && !text.IsWhiteSpace()) _fields.TryAdd(_name, decode(text.ToString()) ?? "");
    }

    private bool Pass(string end) => Take(2, end, out _);

    private bool Take(int start, string end, out ReadOnlySpan<char> taken)
    {
        var length = _rest[start..].IndexOf(end);
        taken = length < 0 ? [] : _rest.Slice(start, length);
        _rest = length < 0 ? [] : _rest[(start + length + end.Length)..];
        return length >= 0;
    }
}
