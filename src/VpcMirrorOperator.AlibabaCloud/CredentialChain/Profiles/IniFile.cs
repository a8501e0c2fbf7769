namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Profiles;

/// <summary>Sections and keys of an ini text. Comments start with <c>#</c> or <c>;</c> at the start of a line.</summary>
internal static class IniFile
{
    /// <summary>The keys of a section, case-insensitive; null when there is no such section. A repeated key: the last counts.</summary>
    public static IReadOnlyDictionary<string, string>? Section(string text, string section)
    {
        Dictionary<string, string>? found = null;
        var inside = false;
        foreach (var line in text.Split('\n').Select(l => l.Trim('\r', ' ', '\t', '\uFEFF')))
        {
            if (line is "" || line[0] is '#' or ';') continue;
            if (line[0] == '[' && line[^1] == ']')
            {
                inside = line[1..^1].Trim() == section;
                if (inside) found ??= new(StringComparer.OrdinalIgnoreCase);
            }
            else if (inside && line.Split('=', 2) is [var key, var value])
            {
                found![key.Trim()] = value.Trim();
            }
        }
        return found;
    }
}
