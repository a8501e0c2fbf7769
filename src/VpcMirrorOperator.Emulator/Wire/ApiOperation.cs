namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>Operations by their official names. <see cref="Create"/> is only for the foreign writer.</summary>
internal static class ApiOperation
{
    internal const string Version = "2016-04-28";
    internal const string List = "ListTrafficMirrorSessions";
    internal const string Add = "AddSourcesToTrafficMirrorSession";
    internal const string Remove = "RemoveSourcesFromTrafficMirrorSession";
    internal const string Create = "CreateTrafficMirrorSession";
    internal const string ServiceStatus = "GetTrafficMirrorServiceStatus";

    internal static IReadOnlyCollection<string> All { get; } = [List, Add, Remove, ServiceStatus];

    internal static bool IsWrite(string action) => action is Add or Remove;
}
