using System.Text.Json.Serialization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The JSON form of what the commands against a cluster and a region report: as <see cref="ReportJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(TimeConverter)])]
[JsonSerializable(typeof(StatusReport))]
[JsonSerializable(typeof(DiffItem))]
[JsonSerializable(typeof(HistoryReport))]
[JsonSerializable(typeof(RegionReport))]
internal sealed partial class ClusterJson : JsonSerializerContext
{
    /// <summary>The result of <c>status</c>.</summary>
    public static string Write(StatusReport report, OutputFormat format) => ReportJson.Write(report, Default.StatusReport, format);

    /// <summary>The result of <c>diff</c>.</summary>
    public static string Write(DiffItem report, OutputFormat format) => ReportJson.Write(report, Default.DiffItem, format);

    /// <summary>The result of <c>history</c>.</summary>
    public static string Write(HistoryReport report, OutputFormat format) => ReportJson.Write(report, Default.HistoryReport, format);

    /// <summary>The result of <c>list</c>.</summary>
    public static string Write(RegionReport report, OutputFormat format) => ReportJson.Write(report, Default.RegionReport, format);
}
