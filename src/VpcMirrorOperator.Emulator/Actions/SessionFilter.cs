using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>The filters of ListTrafficMirrorSessions; all that are given must hold. There is no filter by status.</summary>
internal sealed class SessionFilter
{
    private readonly List<Func<EmulatedSession, bool>> _tests = [];

    private SessionFilter(ImmutableArray<string> ids) => Ids = ids;

    /// <summary>The ids asked for; empty for all.</summary>
    internal ImmutableArray<string> Ids { get; }

    internal static (SessionFilter? Filter, ApiError? Error) Read(ApiCall call)
    {
        var parameters = call.Parameters;
        var (enabled, error) = parameters.Flag("Enabled");
        var (priority, priorityError) = parameters.Number("Priority", 1, 32766);
        var (network, networkError) = parameters.Number("VirtualNetworkId", 0, 16777215);
        var ids = parameters.List("TrafficMirrorSessionIds");
        if ((error ?? priorityError ?? networkError) is { } first) return (null, first);
        if (ids.Length > 100) return (null, CloudErrors.Illegal("TrafficMirrorSessionIds", "at most 100 ids are allowed"));

        var reader = new ParameterReader(parameters);
        var tags = TagFilter.Read(reader, "Tags");
        if (reader.Error is { } wrong) return (null, wrong);
        var filter = new SessionFilter(ids);
        if (!tags.IsEmpty) filter._tests.Add(s => TagFilter.Matches(tags, s.TagDelay.Shown(s.Attributes.Tags, call.Now)));
        if (enabled is { } e) filter._tests.Add(s => s.IsOn == e);
        if (priority is { } p) filter._tests.Add(s => s.Attributes.Priority == p);
        if (network is { } n) filter._tests.Add(s => s.Attributes.VirtualNetworkId == n);
        filter.AddTexts(parameters);
        return (filter, null);
    }

    internal bool Matches(EmulatedSession session) => _tests.TrueForAll(test => test(session));

    private void AddTexts(CallParameters parameters)
    {
        Equal(parameters.Text("TrafficMirrorSessionName"), s => s.Name);
        Equal(parameters.Text("TrafficMirrorTargetId"), s => s.TargetId);
        Equal(parameters.Text("TrafficMirrorFilterId"), s => s.FilterId);
        Equal(parameters.Text("ResourceGroupId"), s => s.ResourceGroupId);
        if (parameters.Text("TrafficMirrorSourceId") is { } source) _tests.Add(s => s.Sources.Contains(source));
    }

    private void Equal(string? wanted, Func<SessionSeed, string> field)
    {
        if (wanted is not null) _tests.Add(s => field(s.Attributes) == wanted);
    }
}
