using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Ids of which at least one may be why a batch was refused.</summary>
/// <param name="Verb">The kind of the refused write.</param>
/// <param name="Ids">In ordinal order.</param>
internal sealed record SuspectBatch(OperationVerb Verb, ImmutableArray<string> Ids);
