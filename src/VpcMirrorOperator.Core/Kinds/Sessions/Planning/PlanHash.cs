using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>The name of a plan: exactly these additions and removals on exactly this session. What a user approves.</summary>
internal static class PlanHash
{
    // 128 bits: nobody can make another plan with the same name (a person compares and copies it).
    private const int Length = 32;

    /// <summary>The hash of a plan, 32 lower-case hex digits; null for an empty plan.</summary>
    /// <param name="session">The session that the plan changes.</param>
    /// <param name="toAdd">Ids to add, in ordinal order.</param>
    /// <param name="toRemove">Ids to remove, in ordinal order.</param>
    public static string? Of(SessionRef session, IReadOnlyCollection<string> toAdd, IReadOnlyCollection<string> toRemove)
    {
        if (toAdd.Count == 0 && toRemove.Count == 0) return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, session.RegionId);
        Append(hash, session.SessionId);
        foreach (var id in toAdd) Append(hash, "+" + id);
        foreach (var id in toRemove) Append(hash, "-" + id);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }

    private static void Append(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
}
