using System.Collections.Frozen;
using System.Collections.Specialized;
using System.Text;
using System.Web;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>A write of any kind as it is on the wire; dry runs are none.</summary>
/// <param name="Action">What is called.</param>
/// <param name="Client">The process that sent it.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record LifeCall(string Action, string Client, NameValueCollection Parameters)
{
    private static readonly string[] Targets =
        ["TrafficMirrorSessionId", "TrafficMirrorFilterId", "TrafficMirrorFilterRuleId", "ResourceId.1"];

    private static readonly FrozenSet<string> Creations =
        new[] { "CreateTrafficMirrorSession", "CreateTrafficMirrorFilter" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Its client token; calls for tags have none.</summary>
    public string? Token => Parameters["ClientToken"];

    /// <summary>Whether it makes a session or a filter.</summary>
    public bool Creates => Creations.Contains(Action);

    /// <summary>Whether it deletes a session or a filter.</summary>
    public bool Deletes => Action is "DeleteTrafficMirrorSession" or "DeleteTrafficMirrorFilter";

    /// <summary>The session, filter or rule that is written to; null when one is made.</summary>
    public string? Target => Creates ? null : Targets.Select(name => Parameters[name]).FirstOrDefault(value => value is not null);

    /// <summary>The tag of this key that is given along; null for none.</summary>
    public string? Tag(string key)
    {
        for (var i = 1; Parameters[$"Tag.{i}.Key"] is { } found; i++)
            if (found == key) return Parameters[$"Tag.{i}.Value"];
        return null;
    }

    /// <summary>The write that a request is; null when it is none.</summary>
    public static LifeCall? Of(SimHttpRequest request)
    {
        if (request.Header("x-acs-action") is not { } action) return null;
        if (action.StartsWith("List", StringComparison.Ordinal) || action.StartsWith("Get", StringComparison.Ordinal)) return null;
        var query = HttpUtility.ParseQueryString(request.Uri.Query);
        if (request.Body is { Length: > 0 } body) query.Add(HttpUtility.ParseQueryString(Encoding.UTF8.GetString(body)));
        return query["DryRun"] == "true" ? null : new LifeCall(action, request.Client, query);
    }
}
