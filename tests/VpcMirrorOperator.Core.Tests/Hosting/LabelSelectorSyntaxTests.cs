using VpcMirrorOperator.Hosting;

namespace VpcMirrorOperator.Core.Tests.Hosting;

public class LabelSelectorSyntaxTests
{
    [Theory]
    [InlineData("shard=1")]
    [InlineData("shard==1,tier!=web")]
    [InlineData("vpcmirror.io/shard in (a, b),tier notin (web)")]
    [InlineData("tier,!legacy")]
    [InlineData("tier=")]
    public void What_Kubernetes_documents_is_accepted(string selector) => Assert.True(LabelSelectorSyntax.IsValid(selector));

    [Theory]
    [InlineData("")]
    [InlineData("shard=1,")]
    [InlineData("shard=a b")]
    [InlineData("shard in a,b")]
    [InlineData("shard in (a")]
    [InlineData("-shard=1")]
    [InlineData("Example.com/shard=1")]
    [InlineData("shard===1")]
    public void A_slip_is_refused(string selector) => Assert.False(LabelSelectorSyntax.IsValid(selector));
}
