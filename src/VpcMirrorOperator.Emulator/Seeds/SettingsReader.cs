using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads settings; fields that are absent keep the value they have.</summary>
internal static class SettingsReader
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan None = TimeSpan.Zero;

    private static readonly string[] Fields = [
        "staleAfterWrite", "tagDelay", "modifyDuration", "modifyJitter", "applyAt", "maxSourcesPerAdd", "maxSourcesPerRemove",
        "maxSourcesPerSession", "addLimitCode", "removeLimitCode", "clockSkewTolerance", "tokenLifetime", "tokenProcessing",
        "replayKeepsRequestId", "deletedInterfaceLeavesSessions", "replyDelay", "callLogCapacity",
        "interfaceChangeDuration", "interfaceChangeJitter", "sourceMustBeInUse", "interfaceNotInUseCode", "interfaceRefusedCode",
        "membersRefused", "unknownInterfaceRefused",
        "maxSessionsPerInterface", "maxSourcesPerSmallTarget", "maxSourcesPerLargeTarget", "maxSourcesPerLoadBalancer",
        "maxRulesPerFilter", "maxFilters", "maxSessions", "maxSessionsPerFilter", "sessionFullCode", "interfaceFullCode",
        "targetFullCode", "ruleQuotaCode", "filterQuotaCode", "sessionQuotaCode", "filterFullCode", "priorityTakenCode",
        "sourceIsTargetCode", "filterInUseCode", "uniquePriorities", "sourceMustDifferFromTarget", "busyAsOperationConflict",
        "arrearsGrace"];

    internal static EmulatorSettings Read(SeedNode node, EmulatorSettings old)
    {
        var map = node.AsMap(Fields);
        return ReadInterfaces(map, ReadTimes(map, ReadCodes(map, ReadQuotas(map, ReadLimits(map, old))))) with
        {
            ApplyAt = map.Optional("applyAt")?.OneOf(SeedWords.ApplyAt) ?? old.ApplyAt,
            ReplayKeepsRequestId = map.Flag("replayKeepsRequestId", old.ReplayKeepsRequestId),
            DeletedInterfaceLeavesSessions = map.Flag("deletedInterfaceLeavesSessions", old.DeletedInterfaceLeavesSessions),
        };
    }

    private static EmulatorSettings ReadTimes(SeedMap map, EmulatorSettings old) => old with
    {
        StaleAfterWrite = map.Duration("staleAfterWrite", old.StaleAfterWrite, None, Day),
        TagDelay = map.Duration("tagDelay", old.TagDelay, None, Day),
        ModifyDuration = map.Duration("modifyDuration", old.ModifyDuration, None, Day),
        ModifyJitter = map.Duration("modifyJitter", old.ModifyJitter, None, Day),
        ClockSkewTolerance = map.Duration("clockSkewTolerance", old.ClockSkewTolerance, TimeSpan.FromSeconds(1), Day),
        TokenLifetime = map.Duration("tokenLifetime", old.TokenLifetime, TimeSpan.FromSeconds(1), Day),
        TokenProcessing = map.Duration("tokenProcessing", old.TokenProcessing, None, Day),
        ArrearsGrace = map.Duration("arrearsGrace", old.ArrearsGrace, None, TimeSpan.FromHours(8760)),
        ReplyDelay = map.Duration("replyDelay", old.ReplyDelay, None, Day),
    };

    private static EmulatorSettings ReadInterfaces(SeedMap map, EmulatorSettings old) => old with
    {
        InterfaceChangeDuration = map.Duration("interfaceChangeDuration", old.InterfaceChangeDuration, None, Day),
        InterfaceChangeJitter = map.Duration("interfaceChangeJitter", old.InterfaceChangeJitter, None, Day),
        SourceMustBeInUse = map.Flag("sourceMustBeInUse", old.SourceMustBeInUse),
        InterfaceNotInUseCode = map.Optional("interfaceNotInUseCode")?.ErrorCode() ?? old.InterfaceNotInUseCode,
        InterfaceRefusedCode = map.Optional("interfaceRefusedCode")?.ErrorCode() ?? old.InterfaceRefusedCode,
        MembersRefused = map.Flag("membersRefused", old.MembersRefused),
        UnknownInterfaceRefused = map.Flag("unknownInterfaceRefused", old.UnknownInterfaceRefused),
    };

    private static EmulatorSettings ReadQuotas(SeedMap map, EmulatorSettings old) => old with
    {
        MaxSessionsPerInterface = map.Number("maxSessionsPerInterface", old.MaxSessionsPerInterface, 1, int.MaxValue),
        MaxSourcesPerSmallTarget = map.Number("maxSourcesPerSmallTarget", old.MaxSourcesPerSmallTarget, 1, int.MaxValue),
        MaxSourcesPerLargeTarget = map.Number("maxSourcesPerLargeTarget", old.MaxSourcesPerLargeTarget, 1, int.MaxValue),
        MaxSourcesPerLoadBalancer = map.Number("maxSourcesPerLoadBalancer", old.MaxSourcesPerLoadBalancer, 1, int.MaxValue),
        MaxRulesPerFilter = map.Number("maxRulesPerFilter", old.MaxRulesPerFilter, 1, int.MaxValue),
        MaxFilters = map.Number("maxFilters", old.MaxFilters, 1, int.MaxValue),
        MaxSessions = map.Number("maxSessions", old.MaxSessions, 1, int.MaxValue),
        MaxSessionsPerFilter = map.Number("maxSessionsPerFilter", old.MaxSessionsPerFilter, 1, int.MaxValue),
        UniquePriorities = map.Flag("uniquePriorities", old.UniquePriorities),
        SourceMustDifferFromTarget = map.Flag("sourceMustDifferFromTarget", old.SourceMustDifferFromTarget),
        BusyAsOperationConflict = map.Flag("busyAsOperationConflict", old.BusyAsOperationConflict),
    };

    private static EmulatorSettings ReadCodes(SeedMap map, EmulatorSettings old) => old with
    {
        SessionFullCode = map.Optional("sessionFullCode")?.ErrorCode() ?? old.SessionFullCode,
        InterfaceFullCode = map.Optional("interfaceFullCode")?.ErrorCode() ?? old.InterfaceFullCode,
        TargetFullCode = map.Optional("targetFullCode")?.ErrorCode() ?? old.TargetFullCode,
        RuleQuotaCode = map.Optional("ruleQuotaCode")?.ErrorCode() ?? old.RuleQuotaCode,
        FilterQuotaCode = map.Optional("filterQuotaCode")?.ErrorCode() ?? old.FilterQuotaCode,
        SessionQuotaCode = map.Optional("sessionQuotaCode")?.ErrorCode() ?? old.SessionQuotaCode,
        FilterFullCode = map.Optional("filterFullCode")?.ErrorCode() ?? old.FilterFullCode,
        PriorityTakenCode = map.Optional("priorityTakenCode")?.ErrorCode() ?? old.PriorityTakenCode,
        SourceIsTargetCode = map.Optional("sourceIsTargetCode")?.ErrorCode() ?? old.SourceIsTargetCode,
        FilterInUseCode = map.Optional("filterInUseCode")?.ErrorCode() ?? old.FilterInUseCode,
    };

    private static EmulatorSettings ReadLimits(SeedMap map, EmulatorSettings old) => old with
    {
        MaxSourcesPerAdd = map.Number("maxSourcesPerAdd", old.MaxSourcesPerAdd, 1, 1000),
        MaxSourcesPerRemove = map.Number("maxSourcesPerRemove", old.MaxSourcesPerRemove, 1, 1000),
        MaxSourcesPerSession = map.Number("maxSourcesPerSession", old.MaxSourcesPerSession, 1, int.MaxValue),
        AddLimitCode = map.Optional("addLimitCode")?.ErrorCode() ?? old.AddLimitCode,
        RemoveLimitCode = map.Optional("removeLimitCode")?.ErrorCode() ?? old.RemoveLimitCode,
        CallLogCapacity = map.Number("callLogCapacity", old.CallLogCapacity, 1, 10_000_000),
    };
}
