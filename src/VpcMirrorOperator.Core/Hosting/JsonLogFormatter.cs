using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace VpcMirrorOperator.Hosting;

/// <summary>
/// One JSON object a line, with the members of the framework's own formatter; that one writes lists as one joined string, and names a
/// value as its parameter is written (<c>@object</c>).
/// </summary>
internal sealed class JsonLogFormatter(string timeFormat, TimeProvider time) : ConsoleFormatter(Title)
{
    /// <summary>The name by which the console chooses it.</summary>
    public const string Title = "vpc-mirror-json";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteHead(json, logEntry, logEntry.Formatter(logEntry.State, logEntry.Exception));
            if (logEntry.State is IEnumerable<KeyValuePair<string, object?>> fields)
            {
                json.WriteStartObject("State");
                JsonLogFields.Write(json, fields);
                json.WriteEndObject();
            }

            WriteScopes(json, scopeProvider);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private void WriteHead<TState>(Utf8JsonWriter json, in LogEntry<TState> entry, string message)
    {
        json.WriteString("Timestamp", time.GetUtcNow().ToString(timeFormat, CultureInfo.InvariantCulture));
        json.WriteNumber("EventId", entry.EventId.Id);
        json.WriteString("LogLevel", entry.LogLevel.ToString());
        json.WriteString("Category", entry.Category);
        json.WriteString("Message", message);
        if (entry.Exception is { } error) json.WriteString("Exception", error.ToString());
    }

    private static void WriteScopes(Utf8JsonWriter json, IExternalScopeProvider? scopes)
    {
        json.WriteStartArray("Scopes");
        scopes?.ForEachScope(
            static (scope, json) =>
            {
                json.WriteStartObject();
                json.WriteString("Message", scope?.ToString());
                if (scope is IEnumerable<KeyValuePair<string, object?>> fields) JsonLogFields.Write(json, fields);
                json.WriteEndObject();
            },
            json);
        json.WriteEndArray();
    }
}
