using VpcMirrorOperator.Engine.Tenancy;

namespace VpcMirrorOperator.Core.Tests.Engine.Tenancy;

/// <summary>Rule S18: who may declare sessions, and where their copies may go.</summary>
public class DeclaringTests
{
    [Fact]
    public void S18_Outside_a_cluster_nothing_is_restricted() =>
        Assert.Null(TenancyRules.Unrestricted.WhatIsMissingToDeclare("team", "eni-a"));

    [Fact]
    public void S18_Without_a_list_only_the_operators_own_namespace_declares_sessions()
    {
        var rules = TenancyRules.WithoutList.In("mirror");
        Assert.Null(rules.WhatIsMissingToDeclare("mirror", "eni-a"));
        Assert.StartsWith("spec.session for namespace team", rules.WhatIsMissingToDeclare("team", "eni-a"), StringComparison.Ordinal);
        Assert.NotNull(TenancyRules.WithoutList.WhatIsMissingToDeclare("mirror", null));
    }

    [Fact]
    public void S18_With_a_list_only_what_it_says()
    {
        const string text =
            "namespaces: {a: {regions: [cn-a], sessions: ['*'], targets: [eni-a, lb-b]}, b: {regions: [cn-a], sessions: [tms-b]}, "
            + "c: {regions: [cn-a], sessions: [tms-c], targets: ['*']}}";
        var (rules, errors) = TenancyList.Parse(text, "t.yaml");
        Assert.Empty(errors);
        rules = rules.In("mirror");
        Assert.Null(rules.WhatIsMissingToDeclare("a", "lb-b"));
        Assert.Equal("target eni-b for namespace a", rules.WhatIsMissingToDeclare("a", "eni-b"));
        Assert.Equal("target eni-a for namespace b", rules.WhatIsMissingToDeclare("b", "eni-a"));
        Assert.Null(rules.WhatIsMissingToDeclare("b", null));
        Assert.Null(rules.WhatIsMissingToDeclare("c", "eni-z"));
        Assert.Equal("namespace mirror", rules.WhatIsMissingToDeclare("mirror", "eni-a"));
    }
}
