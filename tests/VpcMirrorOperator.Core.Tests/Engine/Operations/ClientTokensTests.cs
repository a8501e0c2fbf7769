using CsCheck;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Core.Tests.Engine.Operations;

public class ClientTokensTests
{
    private static readonly string[] Ids = Given.Ids(1, 3);

    [Fact]
    public void The_same_operation_has_the_same_token_in_every_process_and_release() =>
        Assert.Equal("vmo-051b01fa522cfac2b36b21f39b09c737220203ec", Token("uid-1", 1, OperationVerb.Add, Ids));

    [Fact]
    public void Every_part_of_an_operation_makes_another_token()
    {
        string[] tokens =
        [
            Token("uid-1", 1, OperationVerb.Add, Ids), Token("uid-2", 1, OperationVerb.Add, Ids),
            Token("uid-1", 2, OperationVerb.Add, Ids), Token("uid-1", 1, OperationVerb.Remove, Ids),
            Token("uid-1", 1, OperationVerb.Add, Given.Ids(1, 2)), Token("uid-1", 1, OperationVerb.Add, Given.Ids(2, 3)),
        ];
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public void A_token_has_at_most_64_ASCII_characters() =>
        Gen.Select(Gen.String, Gen.Long, Gen.String.Array[0, 50]).Sample((uid, sequence, ids) =>
            Token(uid, sequence, OperationVerb.Remove, ids) is { Length: > 0 and <= 64 } token && token.All(char.IsAscii));

    private static string Token(string uid, long sequence, OperationVerb verb, IReadOnlyList<string> ids) =>
        ClientTokens.For(uid, Given.Operation(verb, ids, sequence: sequence));
}
