using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>A call that a child's status records.</summary>
/// <param name="Verb">What is called.</param>
/// <param name="Ids">The sources that it adds, removes or creates the session with; else none.</param>
/// <param name="Priority">The priority that it gives the session; null when it gives none.</param>
internal sealed record ChildOperation(OperationVerb Verb, IReadOnlySet<string> Ids, int? Priority = null)
{
    /// <summary>Whether it brings ids into the session.</summary>
    public bool Adds => Verb is OperationVerb.Add or OperationVerb.Create;

    /// <summary>Whether it may take ids out of the session.</summary>
    public bool Removes => Verb is OperationVerb.Remove or OperationVerb.Delete;
}
