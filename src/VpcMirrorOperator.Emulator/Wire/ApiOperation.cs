using System.Collections.Frozen;

namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>Operations by their official names.</summary>
internal static class ApiOperation
{
    internal const string Version = "2016-04-28";
    internal const string List = "ListTrafficMirrorSessions";
    internal const string Add = "AddSourcesToTrafficMirrorSession";
    internal const string Remove = "RemoveSourcesFromTrafficMirrorSession";
    internal const string Create = "CreateTrafficMirrorSession";
    internal const string Update = "UpdateTrafficMirrorSessionAttribute";
    internal const string Delete = "DeleteTrafficMirrorSession";
    internal const string CreateFilter = "CreateTrafficMirrorFilter";
    internal const string UpdateFilter = "UpdateTrafficMirrorFilterAttribute";
    internal const string DeleteFilter = "DeleteTrafficMirrorFilter";
    internal const string ListFilters = "ListTrafficMirrorFilters";
    internal const string CreateRules = "CreateTrafficMirrorFilterRules";
    internal const string UpdateRule = "UpdateTrafficMirrorFilterRuleAttribute";
    internal const string DeleteRules = "DeleteTrafficMirrorFilterRules";
    internal const string Tag = "TagResources";
    internal const string Untag = "UnTagResources";
    internal const string ListTags = "ListTagResources";
    internal const string Move = "MoveResourceGroup";
    internal const string ServiceStatus = "GetTrafficMirrorServiceStatus";
    internal const string Open = "OpenTrafficMirrorService";

    private static readonly FrozenSet<string> Writes = new[]
    {
        Add, Remove, Create, Update, Delete, CreateFilter, UpdateFilter, DeleteFilter, CreateRules, UpdateRule, DeleteRules,
    }.ToFrozenSet(StringComparer.Ordinal);

    internal static IReadOnlyCollection<string> All { get; } = [
        .. Writes.Order(StringComparer.Ordinal), List, ListFilters, ListTags, Tag, Untag, Move, ServiceStatus, Open];

    /// <summary>Whether it changes a session, a filter or a rule: what an overdue account and the like refuse.</summary>
    internal static bool IsWrite(string action) => Writes.Contains(action);
}
