using VpcMirrorOperator.Engine.Tenancy;

namespace VpcMirrorOperator.Core.Tests.Engine.Tenancy;

/// <summary>The allow-list is read strictly: what is not understood protects nobody, so it is an error with its place and remedy.</summary>
public class TenancyListTests
{
    private const string Valid = """
        # Who may have which sessions.
        namespaces:
          team-a:
            regions: [cn-hangzhou]
            sessions: [tms-a, tms-b]
          network-security:
            regions: ["*"]
            sessions: ["*"]
        """;

    [Theory]
    [InlineData("team-a", "cn-hangzhou", "tms-a", null)]
    [InlineData("team-a", "cn-hangzhou", "tms-b", null)]
    [InlineData("network-security", "cn-beijing", "tms-z", null)]
    [InlineData("team-a", "cn-beijing", "tms-a", "region cn-beijing for namespace team-a")]
    [InlineData("team-a", "cn-hangzhou", "tms-c", "session tms-c for namespace team-a")]
    [InlineData("team-a", "cn-hangzhou", "tms-", "session tms- for namespace team-a")]
    [InlineData("team-b", "cn-hangzhou", "tms-a", "namespace team-b")]
    [InlineData("Team-a", "cn-hangzhou", "tms-a", "namespace Team-a")]
    public void A_namespace_may_have_what_its_entry_says_and_nothing_else(string space, string region, string session, string? missing)
    {
        var (rules, errors) = TenancyList.Parse(Valid, "tenancy.yaml");
        Assert.Empty(errors);
        Assert.Equal(missing, rules.WhatIsMissing(space, region, session));
        Assert.True(rules.PassesBetweenNamespaces);
    }

    [Fact]
    public void An_empty_list_allows_nothing()
    {
        var (rules, errors) = TenancyList.Parse("namespaces: {}", "tenancy.yaml");
        Assert.Empty(errors);
        Assert.Equal("namespace team-a", rules.WhatIsMissing("team-a", "cn-hangzhou", "tms-a"));
    }

    [Fact]
    public void Without_a_list_every_namespace_may_have_any_session_and_none_takes_over_from_another()
    {
        Assert.Null(TenancyRules.WithoutList.WhatIsMissing("team-a", "cn-hangzhou", "tms-a"));
        Assert.False(TenancyRules.WithoutList.PassesBetweenNamespaces);
        Assert.True(TenancyRules.Unrestricted.PassesBetweenNamespaces);
    }

    [Theory]
    [InlineData("", "t.yaml:1:1: an allow-list must be one mapping")]
    [InlineData("- team-a", "t.yaml:1:1: an allow-list must be one mapping")]
    [InlineData("namespaces: {}\n---\nnamespaces: {}", "t.yaml:3:1: an allow-list must be one mapping")]
    [InlineData("{}", "namespaces: required field is missing")]
    [InlineData("namespaces:", "namespaces: required field is missing")]
    [InlineData("namespaces: [team-a]", "namespaces: must be a mapping, not a list")]
    [InlineData("namespace: {}", "namespace: unknown field. Did you mean namespaces?")]
    [InlineData("namespaces: {Team: {regions: [cn-a], sessions: [tms-a]}}", "namespaces.Team: not the name of a namespace")]
    [InlineData("namespaces: {'*': {regions: [cn-a], sessions: [tms-a]}}", "namespaces.*: not the name of a namespace")]
    [InlineData("namespaces: {a: }", "namespaces.a: must be a mapping, not nothing")]
    [InlineData("namespaces: {a: {regions: [cn-a]}}", "namespaces.a.sessions: required field is missing")]
    [InlineData("namespaces: {a: {sessions: [tms-a]}}", "namespaces.a.regions: required field is missing")]
    [InlineData("namespaces: {a: {regions: [cn-a], sessions: []}}", "namespaces.a.sessions: the list is empty")]
    [InlineData("namespaces: {a: {regions: cn-a, sessions: [tms-a]}}", "namespaces.a.regions: must be a list")]
    [InlineData("namespaces: {a: {regions: [Hangzhou], sessions: [tms-a]}}", "t.yaml:1:28: namespaces.a.regions[0]: must be a region")]
    [InlineData("namespaces: {a: {regions: [cn-a], sessions: [tms-a, eni-b]}}", "namespaces.a.sessions[1]: must be a session id, tms-…")]
    [InlineData("namespaces: {a: {regions: [cn-a], sessions: [tms-*]}}", "namespaces.a.sessions[0]: must be a session id, tms-…")]
    [InlineData("namespaces: {a: {regions: [cn-a], sessions: [tms-a, tms-a]}}", "namespaces.a.sessions[1]: tms-a is listed twice")]
    [InlineData("namespaces: {a: {regions: [cn-a], sessions: [tms-a, '*']}}", "namespaces.a.sessions: \"*\" stands for all")]
    [InlineData("namespaces: {a: {regions: [cn-a], sessions: [tms-a], session: x}}", "namespaces.a.session: unknown field. Did you mean")]
    [InlineData("namespaces: {a: {regions: [cn-a], sessions: [tms-a]}, a: {regions: [cn-a], sessions: ['*']}}", "duplicate key")]
    [InlineData("namespaces: {a: {regions: [cn-a], sessions: [tms-a], targets: [ENI]}}", "a.targets[0]: must be a target id")]
    [InlineData("namespaces: {a: {regions: [cn-a], sessions: [tms-a], select: All}}", "namespaces.a.select: this release does not know it")]
    [InlineData("namespaces: {a: {regions: [*], sessions: [tms-a]}}", "t.yaml:1:28: not valid YAML")]
    public void What_is_wrong_is_named_with_its_place(string text, string problem)
    {
        var (_, errors) = TenancyList.Parse(text, "t.yaml");
        Assert.Contains(errors, error => error.ToString().Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_error_is_named_at_once()
    {
        var (_, errors) = TenancyList.Parse("namespaces: {a: {regions: [x], targets: []}, b: {sessions: [y]}}", "t.yaml");
        Assert.Equal(5, errors.Count);
    }
}
