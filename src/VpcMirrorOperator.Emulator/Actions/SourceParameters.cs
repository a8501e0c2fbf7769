using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>The checks of a call's source ids that need nothing but the call: their number, and duplicates.</summary>
internal static class SourceParameters
{
    internal static ApiError? Check(ApiCall call, ChangeVerb verb)
    {
        var (limit, code) = verb == ChangeVerb.Remove
            ? (call.Settings.MaxSourcesPerRemove, call.Settings.RemoveLimitCode)
            : (call.Settings.MaxSourcesPerAdd, call.Settings.AddLimitCode);
        if (call.SourceIds.Length > limit) return CloudErrors.Bad(code, $"At most {limit} source ids are allowed in one call.");
        return call.SourceIds.Distinct(StringComparer.Ordinal).Count() < call.SourceIds.Length ? CloudErrors.DuplicatedIds : null;
    }
}
