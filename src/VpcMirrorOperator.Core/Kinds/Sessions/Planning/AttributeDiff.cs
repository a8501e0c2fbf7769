using System.Collections.Immutable;
using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What separates the declared attributes of a session from those that it has (rule S8). Pure.</summary>
/// <param name="Changes">Each attribute that differs, from what it is to what is declared.</param>
/// <param name="Update">The parameters of the one Update that writes them, tags excepted.</param>
/// <param name="Tags">Tags to set.</param>
internal sealed record AttributeDiff(
    ImmutableArray<AttributeChange> Changes, ImmutableSortedDictionary<string, string> Update,
    ImmutableSortedDictionary<string, string> Tags)
{
    /// <summary>The parameter of the priority.</summary>
    public const string Priority = "Priority";

    private static readonly ImmutableSortedDictionary<string, string> Nothing =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Nothing differs.</summary>
    public static readonly AttributeDiff None = new([], Nothing, Nothing);

    /// <summary>Whether everything is as declared.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>The declared priority, if it differs.</summary>
    public int? WantedPriority =>
        Update.TryGetValue(Priority, out var text) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Compares.</summary>
    /// <param name="declared">What is declared of the session; null for nothing.</param>
    /// <param name="session">The session, with its details.</param>
    public static AttributeDiff Of(SessionDeclaration? declared, ObservedSession session)
    {
        if (declared is null) return None;
        var differences = new Differences();
        var state = session.State;
        if (session.Details is { } details)
        {
            differences.Text("name", "TrafficMirrorSessionName", declared.Name, details.Name);
            differences.Text("description", "TrafficMirrorSessionDescription", declared.Description, details.Description);
        }
        if (declared.Target is { } target) differences.Target(target, state);
        // Each session has a filter: what an answer does not show is not known to differ.
        if (state.FilterId is { } filter)
            differences.Text(SessionAttributes.Filter, "TrafficMirrorFilterId", declared.FilterId, filter);
        differences.Number(SessionAttributes.Priority, Priority, declared.Priority, state.Priority);
        differences.Number(SessionAttributes.VirtualNetworkId, "VirtualNetworkId", declared.VirtualNetworkId, state.VirtualNetworkId);
        differences.Number(SessionAttributes.PacketLength, "PacketLength", declared.PacketLength, state.PacketLength);
        differences.Flag(SessionAttributes.Enabled, "Enabled", declared.Enabled, state.Enabled);
        differences.Tags(declared.Tags, session.Details);
        return differences.Result();
    }

    /// <summary>What a session that is created gets: each attribute from nothing to what is declared.</summary>
    /// <param name="declared">What is declared of it.</param>
    public static ImmutableArray<AttributeChange> OfNew(SessionDeclaration declared)
    {
        (string Name, string? Value)[] attributes =
        [
            ("name", declared.Name), ("description", declared.Description),
            (SessionAttributes.Target, declared.Target is { } target ? $"{target.Type}/{target.Id}" : null),
            (SessionAttributes.Filter, declared.FilterId), (SessionAttributes.Priority, Text(declared.Priority)),
            (SessionAttributes.VirtualNetworkId, Text(declared.VirtualNetworkId)),
            (SessionAttributes.PacketLength, Text(declared.PacketLength)),
            (SessionAttributes.Enabled, declared.Enabled ?? true ? "true" : "false"), ("resourceGroup", declared.ResourceGroupId),
            .. (declared.Tags ?? Nothing).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => ($"tags.{tag.Key}", tag.Value)),
        ];
        return [.. attributes.Where(one => one.Value is not null).Select(
            one => new AttributeChange { Attribute = one.Name, Was = "", Is = one.Value! })];
    }

    /// <summary>Without the priority, which another session holds: the rest is written all the same (rule S8).</summary>
    public AttributeDiff WithoutPriority() => this with { Update = Update.Remove(Priority) };

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private sealed class Differences
    {
        private readonly List<AttributeChange> _changes = [];
        private readonly Dictionary<string, string> _update = [];
        private readonly Dictionary<string, string> _tags = [];

        public AttributeDiff Result() => _changes.Count == 0 ? None : new AttributeDiff(
            [.. _changes], Nothing.AddRange(_update), Nothing.AddRange(_tags));

        public void Text(string attribute, string parameter, string? declared, string? actual)
        {
            if (declared is not null && declared != actual) Write(attribute, actual ?? "", declared, (parameter, declared));
        }

        /// <summary>What an answer does not show is not known to differ.</summary>
        public void Number(string attribute, string parameter, int? declared, int? actual)
        {
            if (declared is null || actual is null || declared == actual) return;
            var (was, now) = (actual.Value.ToString(CultureInfo.InvariantCulture), declared.Value.ToString(CultureInfo.InvariantCulture));
            Write(attribute, was, now, (parameter, now));
        }

        public void Flag(string attribute, string parameter, bool? declared, bool actual)
        {
            if (declared is not { } wanted || wanted == actual) return;
            Write(attribute, actual ? "true" : "false", wanted ? "true" : "false", (parameter, wanted ? "true" : "false"));
        }

        /// <summary>Type and id go together (API page). What an answer does not show of them is not known to differ.</summary>
        public void Target(SessionTarget declared, SessionState actual)
        {
            if (actual.TargetId is null) return;
            if (declared.Id == actual.TargetId && declared.Type == (actual.TargetType ?? declared.Type)) return;
            Write(
                SessionAttributes.Target, $"{actual.TargetType}/{actual.TargetId}", $"{declared.Type}/{declared.Id}",
                ("TrafficMirrorTargetId", declared.Id), ("TrafficMirrorTargetType", declared.Type));
        }

        public void Tags(IReadOnlyDictionary<string, string>? declared, SessionDetails? actual)
        {
            if (declared is null || actual is null) return;
            foreach (var (key, value) in declared.OrderBy(tag => tag.Key, StringComparer.Ordinal))
            {
                var has = actual.Tags.GetValueOrDefault(key);
                if (has == value) continue;
                _changes.Add(new AttributeChange { Attribute = $"tags.{key}", Was = has ?? "", Is = value });
                _tags[key] = value;
            }
        }

        private void Write(string attribute, string was, string now, params (string Name, string Value)[] parameters)
        {
            _changes.Add(new AttributeChange { Attribute = attribute, Was = was, Is = now });
            foreach (var (name, value) in parameters) _update[name] = value;
        }
    }
}
