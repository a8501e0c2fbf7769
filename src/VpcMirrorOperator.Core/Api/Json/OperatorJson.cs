using System.Text.Json.Serialization;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.Json;

/// <summary>
/// The JSON form of the resource types, as the Kubernetes API conventions want it: camelCase names, enum values as written in C#,
/// absent instead of null, times as <c>metav1.Time</c>, durations as Go texts.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(SharedTextConverter), typeof(TimeConverter), typeof(GoDurationConverter), typeof(IntOrPercentConverter)])]
[JsonSerializable(typeof(TrafficMirrorSession))]
[JsonSerializable(typeof(TrafficMirrorSessionSpec))]
[JsonSerializable(typeof(TrafficMirrorSessionStatus))]
[JsonSerializable(typeof(TrafficMirrorFilter))]
[JsonSerializable(typeof(TrafficMirrorFilterSpec))]
[JsonSerializable(typeof(TrafficMirrorFilterStatus))]
[JsonSerializable(typeof(TrafficMirrorPolicy))]
[JsonSerializable(typeof(TrafficMirrorPolicySpec))]
[JsonSerializable(typeof(TrafficMirrorPolicyStatus))]
public sealed partial class OperatorJson : JsonSerializerContext;
