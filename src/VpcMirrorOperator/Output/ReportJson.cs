using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VpcMirrorOperator.Output;

/// <summary>The JSON form of the reports: camelCase, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlanReport))]
[JsonSerializable(typeof(ApplyReport))]
[JsonSerializable(typeof(DeleteReport))]
[JsonSerializable(typeof(VersionReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>A plan as JSON or YAML.</summary>
    /// <param name="report">The document.</param>
    /// <param name="format">Not <see cref="OutputFormat.Table"/>.</param>
    public static string Write(PlanReport report, OutputFormat format) => Write(report, Default.PlanReport, format);

    /// <summary>The result of an apply as JSON or YAML.</summary>
    /// <param name="report">The document.</param>
    /// <param name="format">Not <see cref="OutputFormat.Table"/>.</param>
    public static string Write(ApplyReport report, OutputFormat format) => Write(report, Default.ApplyReport, format);

    /// <summary>The result of a delete as JSON or YAML.</summary>
    /// <param name="report">The document.</param>
    /// <param name="format">Not <see cref="OutputFormat.Table"/>.</param>
    public static string Write(DeleteReport report, OutputFormat format) => Write(report, Default.DeleteReport, format);

    /// <summary>The version as JSON or YAML.</summary>
    /// <param name="report">The document.</param>
    /// <param name="format">Not <see cref="OutputFormat.Table"/>.</param>
    public static string Write(VersionReport report, OutputFormat format) => Write(report, Default.VersionReport, format);

    /// <summary>Any report as JSON or YAML.</summary>
    /// <param name="report">The document.</param>
    /// <param name="type">How to write it.</param>
    /// <param name="format">Not <see cref="OutputFormat.Table"/>.</param>
    public static string Write<T>(T report, JsonTypeInfo<T> type, OutputFormat format) =>
        format == OutputFormat.Json ? Json(report, type) : YamlText.Of(JsonSerializer.SerializeToElement(report, type));

    /// <summary>Messages hold characters such as '…' that need no escape outside of HTML.</summary>
    private static string Json<T>(T report, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
            JsonSerializer.Serialize(writer, report, type);
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
