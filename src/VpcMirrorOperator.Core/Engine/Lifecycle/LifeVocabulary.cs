namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>The words of one kind for the steps in a life that every kind has.</summary>
/// <param name="Noun">What is created, for example <c>session</c>.</param>
/// <param name="Looking">The reason while it is looked for.</param>
/// <param name="TakenBack">The reason when it is taken back.</param>
/// <param name="Several">The reason when several carry the mark.</param>
/// <param name="Deleted">The reason when it is deleted.</param>
/// <param name="InUse">The reason when it cannot be deleted yet.</param>
internal sealed record LifeVocabulary(string Noun, string Looking, string TakenBack, string Several, string Deleted, string InUse)
{
    /// <summary>The noun at the beginning of a sentence.</summary>
    public string Subject { get; } = char.ToUpperInvariant(Noun[0]) + Noun[1..];
}
