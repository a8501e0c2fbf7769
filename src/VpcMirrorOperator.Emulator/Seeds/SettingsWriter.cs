using YamlDotNet.RepresentationModel;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Writes the settings that differ from their defaults.</summary>
internal static class SettingsWriter
{
    private static readonly EmulatorSettings Defaults = new();

    internal static YamlMappingNode Write(EmulatorSettings s) => new MapWriter()
        .Duration("staleAfterWrite", s.StaleAfterWrite, Defaults.StaleAfterWrite)
        .Duration("modifyDuration", s.ModifyDuration, Defaults.ModifyDuration)
        .Duration("modifyJitter", s.ModifyJitter, Defaults.ModifyJitter)
        .Text("applyAt", s.ApplyAt == Defaults.ApplyAt ? null : SeedWords.CamelCase(s.ApplyAt.ToString()))
        .Number("maxSourcesPerAdd", s.MaxSourcesPerAdd, Defaults.MaxSourcesPerAdd)
        .Number("maxSourcesPerRemove", s.MaxSourcesPerRemove, Defaults.MaxSourcesPerRemove)
        .Number("maxSourcesPerSession", s.MaxSourcesPerSession, Defaults.MaxSourcesPerSession)
        .Text("addLimitCode", s.AddLimitCode == Defaults.AddLimitCode ? null : s.AddLimitCode)
        .Text("removeLimitCode", s.RemoveLimitCode == Defaults.RemoveLimitCode ? null : s.RemoveLimitCode)
        .Duration("clockSkewTolerance", s.ClockSkewTolerance, Defaults.ClockSkewTolerance)
        .Duration("tokenLifetime", s.TokenLifetime, Defaults.TokenLifetime)
        .Duration("tokenProcessing", s.TokenProcessing, Defaults.TokenProcessing)
        .Flag("replayKeepsRequestId", s.ReplayKeepsRequestId, Defaults.ReplayKeepsRequestId)
        .Flag("deletedInterfaceLeavesSessions", s.DeletedInterfaceLeavesSessions, Defaults.DeletedInterfaceLeavesSessions)
        .Duration("interfaceChangeDuration", s.InterfaceChangeDuration, Defaults.InterfaceChangeDuration)
        .Duration("interfaceChangeJitter", s.InterfaceChangeJitter, Defaults.InterfaceChangeJitter)
        .Flag("sourceMustBeInUse", s.SourceMustBeInUse, Defaults.SourceMustBeInUse)
        .Text("interfaceNotInUseCode", s.InterfaceNotInUseCode == Defaults.InterfaceNotInUseCode ? null : s.InterfaceNotInUseCode)
        .Text("interfaceRefusedCode", s.InterfaceRefusedCode == Defaults.InterfaceRefusedCode ? null : s.InterfaceRefusedCode)
        .Flag("membersRefused", s.MembersRefused, Defaults.MembersRefused)
        .Flag("unknownInterfaceRefused", s.UnknownInterfaceRefused, Defaults.UnknownInterfaceRefused)
        .Duration("replyDelay", s.ReplyDelay, Defaults.ReplyDelay)
        .Number("callLogCapacity", s.CallLogCapacity, Defaults.CallLogCapacity).Node;
}
