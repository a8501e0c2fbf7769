using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Finds what a write is about: it must exist, be paid for, and have no other change under way.</summary>
internal static class Writable
{
    internal static (EmulatedSession? Session, ApiError? Error) Session(ApiCall call, EmulatedRegion region, string id)
    {
        if (region.Find(id, call.Now, call.Settings.ApplyAt) is not { } session) return (null, CloudErrors.SessionNotFound);
        if (session.Attributes.BusinessStatus != BusinessStatus.Normal) return (null, CloudErrors.BusinessStatus);
        return session.Status == SessionStatus.Created
            ? (session, null)
            : (null, Busy(call, CloudErrors.SessionStatus, session.Attributes.Status == SessionStatus.Created));
    }

    internal static (EmulatedFilter? Filter, ApiError? Error) Filter(ApiCall call, EmulatedRegion region, string id)
    {
        if (region.Filters.Find(id, call.Now, call.Settings.ApplyAt) is not { } filter) return (null, CloudErrors.FilterNotFound);
        return filter.Status == FilterStatus.Created
            ? (filter, null)
            : (null, Busy(call, CloudErrors.FilterStatus, filter.Attributes.Status == FilterStatus.Created));
    }

    /// <summary>A rule, with its filter. Other rules of the filter may change meanwhile: only the rule itself must not.</summary>
    internal static (EmulatedFilter? Filter, EmulatedRule? Rule, ApiError? Error) Rule(ApiCall call, EmulatedRegion region, string id)
    {
        if (region.Filters.FindRule(id, call.Now, call.Settings.ApplyAt) is not var (filter, rule))
            return (null, null, CloudErrors.RuleNotFound);
        if (filter.Status is FilterStatus.Deleting or FilterStatus.Creating) return (null, null, CloudErrors.FilterStatus);
        return rule.Status == FilterStatus.Created
            ? (filter, rule, null)
            : (null, null, Busy(call, CloudErrors.RuleStatus, rule.Attributes.Status == FilterStatus.Created));
    }

    /// <summary>Which code a change under way has is not documented; one that a test holds has the status code always.</summary>
    private static ApiError Busy(ApiCall call, ApiError status, bool byChange) =>
        byChange && call.Settings.BusyAsOperationConflict ? CloudErrors.OperationConflict : status;
}
