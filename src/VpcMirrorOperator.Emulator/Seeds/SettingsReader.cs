using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Yaml;




namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads settings; fields that are absent keep the value they have.</summary>
internal static class SettingsReader
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan None = TimeSpan.Zero;

    private static readonly string[] Fields = [
        "staleAfterWrite", "modifyDuration", "modifyJitter", "applyAt", "maxSourcesPerAdd", "maxSourcesPerRemove",
        "maxSourcesPerSession", "addLimitCode", "removeLimitCode", "clockSkewTolerance", "tokenLifetime", "tokenProcessing",
        "replayKeepsRequestId", "deletedInterfaceLeavesSessions", "replyDelay", "callLogCapacity",
        "interfaceChangeDuration", "interfaceChangeJitter", "sourceMustBeInUse", "interfaceNotInUseCode", "interfaceRefusedCode",
        "membersRefused", "unknownInterfaceRefused"];

    internal static EmulatorSettings Read(SeedNode node, EmulatorSettings old)
    {
        var map = node.AsMap(Fields);
        return ReadInterfaces(map, ReadTimes(map, ReadLimits(map, old))) with
        {
            ApplyAt = map.Optional("applyAt")?.OneOf(SeedWords.ApplyAt) ?? old.ApplyAt,
            ReplayKeepsRequestId = map.Flag("replayKeepsRequestId", old.ReplayKeepsRequestId),
            DeletedInterfaceLeavesSessions = map.Flag("deletedInterfaceLeavesSessions", old.DeletedInterfaceLeavesSessions),
        };
    }

    private static EmulatorSettings ReadTimes(SeedMap map, EmulatorSettings old) => old with
    {
        StaleAfterWrite = map.Duration("staleAfterWrite", old.StaleAfterWrite, None, Day),
        ModifyDuration = map.Duration("modifyDuration", old.ModifyDuration, None, Day),
        ModifyJitter = map.Duration("modifyJitter", old.ModifyJitter, None, Day),
        ClockSkewTolerance = map.Duration("clockSkewTolerance", old.ClockSkewTolerance, TimeSpan.FromSeconds(1), Day),
        TokenLifetime = map.Duration("tokenLifetime", old.TokenLifetime, TimeSpan.FromSeconds(1), Day),
        TokenProcessing = map.Duration("tokenProcessing", old.TokenProcessing, None, Day),
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

    private static EmulatorSettings ReadLimits(SeedMap map, EmulatorSettings old) => old with
    {
        MaxSourcesPerAdd = map.Number("maxSourcesPerAdd", old.MaxSourcesPerAdd, 1, 1000),
        MaxSourcesPerRemove = map.Number("maxSourcesPerRemove", old.MaxSourcesPerRemove, 1, 1000),
        MaxSourcesPerSession = map.OptionalNumber("maxSourcesPerSession", 1, int.MaxValue) ?? old.MaxSourcesPerSession,
        AddLimitCode = map.Optional("addLimitCode")?.ErrorCode() ?? old.AddLimitCode,
        RemoveLimitCode = map.Optional("removeLimitCode")?.ErrorCode() ?? old.RemoveLimitCode,
        CallLogCapacity = map.Number("callLogCapacity", old.CallLogCapacity, 1, 10_000_000),
    };
}
