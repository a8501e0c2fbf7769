using System.Collections.Frozen;

namespace VpcMirrorOperator.Emulator;

/// <summary>The operations that the emulator knows. One more is one more file and one more row.</summary>
internal static class ApiActions
{
    internal const string Version = "2016-04-28";
    internal const string List = "ListTrafficMirrorSessions";
    internal const string Add = "AddSourcesToTrafficMirrorSession";
    internal const string Remove = "RemoveSourcesFromTrafficMirrorSession";
    internal const string ServiceStatus = "GetTrafficMirrorServiceStatus";

    private static readonly FrozenDictionary<string, Func<ApiCall, ActionOutcome>> Known =
        new Dictionary<string, Func<ApiCall, ActionOutcome>>(StringComparer.Ordinal)
        {
            [List] = ListSessions.Run,
            [Add] = call => SourceWrite.Run(call, SourceVerb.Add),
            [Remove] = call => SourceWrite.Run(call, SourceVerb.Remove),
            [ServiceStatus] = GetServiceStatus.Run,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static IReadOnlyCollection<string> Names => Known.Keys;

    internal static bool IsWrite(string action) => action is Add or Remove;

    internal static bool Exists(string action, string version) => version == Version && Known.ContainsKey(action);

    internal static ActionOutcome Run(ApiCall call) => Known[call.Action](call);
}
