using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Commands;

/// <summary>Nothing is created before it is said whose it is (rule S1). Pure.</summary>
internal static class OwnerCheck
{
    /// <summary>Refuses manifests that create something while nobody says whose it is.</summary>
    /// <param name="declared">The manifests.</param>
    /// <param name="installation">Whose what is created would be.</param>
    /// <exception cref="CommandException">A line for each such object.</exception>
    public static void Require(DeclaredObjects declared, Installation installation)
    {
        if (installation.Id is not null) return;
        var creating = declared.Sessions.Where(session => session.Creates()).Select(session => session.Key()).Select(
            key => $"{declared.Places[(TrafficMirrorSession.KindName, key)]}: {key} creates a session. {installation.Trouble}").ToList();
        if (creating.Count > 0) throw new CommandException(string.Join('\n', creating));
    }
}
