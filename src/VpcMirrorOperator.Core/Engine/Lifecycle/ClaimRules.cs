using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// One owner for each session or filter (rule S5): the living object that created it, whatever its age; else the oldest that names it by
/// id. Pure.
/// </summary>
internal static class ClaimRules
{
    /// <summary>Who may write it.</summary>
    /// <param name="claims">All objects that speak for it.</param>
    /// <param name="createdBy">The mark that it shows; null when it shows none.</param>
    /// <returns>Null when nobody may.</returns>
    public static ObjectKey? OwnerOf(IReadOnlyCollection<Claim> claims, string? createdBy) =>
        (claims.FirstOrDefault(claim => !claim.IsGoing && HasMade(claim, createdBy))
            ?? Oldest(claims.Where(claim => claim.Creates is null))
            ?? claims.FirstOrDefault(claim => HasMade(claim, createdBy)))?.Key;

    /// <summary>The living object that names it by id, beside the one in question: what it names is not deleted (rule S5).</summary>
    /// <param name="claims">All objects that speak for it.</param>
    /// <param name="self">The object in question.</param>
    public static ObjectKey? NamedBy(IEnumerable<Claim> claims, ObjectKey self) =>
        Oldest(claims.Where(claim => claim is { Creates: null, IsGoing: false } && claim.Key != self))?.Key;

    private static bool HasMade(Claim claim, string? createdBy) =>
        claim.Creates is { } identity && (createdBy is null || createdBy == identity.CreatedBy);

    private static Claim? Oldest(IEnumerable<Claim> claims) =>
        claims.OrderBy(claim => claim.CreatedAt ?? DateTimeOffset.MaxValue).ThenBy(claim => claim.Key).FirstOrDefault();
}
