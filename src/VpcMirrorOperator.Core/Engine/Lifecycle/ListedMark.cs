namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>One session or filter as a list showed it, as far as its life goes.</summary>
/// <param name="Id">For example <c>tms-…</c>.</param>
/// <param name="CreatedBy">The tag <see cref="IdentityTags.CreatedBy"/>; null when it shows none, which right after a Create says
/// nothing.</param>
/// <param name="Owner">The tag <see cref="IdentityTags.Owner"/>; null when it shows none.</param>
internal sealed record ListedMark(string Id, string? CreatedBy, string? Owner)
{
    /// <summary>Whether it takes writes.</summary>
    public bool IsSettled { get; init; } = true;

    /// <summary>Whether it is being deleted.</summary>
    public bool IsGoing { get; init; }

    /// <summary>Whether it carries the mark of another object.</summary>
    public bool IsOfAnother(ObjectIdentity identity) => CreatedBy is not null && CreatedBy != identity.CreatedBy;
}
