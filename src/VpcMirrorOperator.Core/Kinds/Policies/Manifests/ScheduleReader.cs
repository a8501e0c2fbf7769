using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Policies.Manifests;

/// <summary>Reads <c>schedule</c>.</summary>
internal static class ScheduleReader
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The window; null when it is absent.</summary>
    public static CaptureWindow? Read(MapReader spec, ManifestErrors errors)
    {
        if (spec.Map("schedule") is not { } map) return null;
        var reader = new MapReader(map, spec.PathOf("schedule"), errors, ["startsAt", "endsAt"]);
        var window = new CaptureWindow { StartsAt = ReadTime(reader, "startsAt"), EndsAt = ReadTime(reader, "endsAt") };
        if (window.StartsAt >= window.EndsAt) reader.Wrong("endsAt", "is not after startsAt", "Write a later time.");
        return window;
    }

    private static DateTimeOffset? ReadTime(MapReader reader, string field)
    {
        if (reader.Text(field) is not { } text) return null;
        if (DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && text.Length > 19) return time.ToUniversalTime();
        reader.Wrong(field, $"\"{text}\" is not a time", "Write it in quotes with its zone, for example \"2026-12-01T08:00:00Z\".");
        return null;
    }
}
