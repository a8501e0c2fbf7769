using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>The checks of Add and Remove that need nothing but the call: required parameters, limits, duplicates.</summary>
internal static class SourceParameters
{
    private const int LongestToken = 64;

    internal static ApiError? Check(ApiCall call, ChangeVerb verb)
    {
        if (call.RegionId.Length == 0) return CloudErrors.Missing("RegionId");
        if (call.SessionId.Length == 0) return CloudErrors.Missing("TrafficMirrorSessionId");
        var ids = call.SourceIds;
        if (ids.IsEmpty) return CloudErrors.Missing("TrafficMirrorSourceIds");
        return CheckToken(call) ?? CheckLimit(call.Settings, verb, ids.Length)
            ?? (ids.Distinct(StringComparer.Ordinal).Count() < ids.Length ? CloudErrors.DuplicatedIds : null);
    }

    private static ApiError? CheckToken(ApiCall call) =>
        call.Parameters.Text("ClientToken") is { } token && (token.Length > LongestToken || !token.All(char.IsAscii))
            ? CloudErrors.Illegal("ClientToken", $"it must be at most {LongestToken} ASCII characters")
            : null;

    private static ApiError? CheckLimit(EmulatorSettings settings, ChangeVerb verb, int count)
    {
        var (limit, code) = verb == ChangeVerb.Add
            ? (settings.MaxSourcesPerAdd, settings.AddLimitCode)
            : (settings.MaxSourcesPerRemove, settings.RemoveLimitCode);
        return count > limit ? CloudErrors.Bad(code, $"At most {limit} source ids are allowed in one call.") : null;
    }
}
