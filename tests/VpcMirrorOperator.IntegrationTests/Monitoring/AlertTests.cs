using System.Text.RegularExpressions;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Monitoring;

/// <summary>The shipped alerts, by the real promtool.</summary>
public partial class AlertTests
{
    private static string Alerts => Read("alerts.yaml");

    private static IEnumerable<string> Names => Alert.Matches(Alerts).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"- alert: (?<name>\w+)")]
    private static partial Regex Alert { get; }

    [Fact]
    public async Task Alerts_fire_when_they_should_and_only_then()
    {
        var promtool = Tools.InPath("promtool");
        if (promtool is null) Assert.Skip("No promtool: install the package prometheus.");
        (await Command.RunAsync(promtool, "", ["test", "rules", PathOf("alerts_test.yaml")])).Succeeded();
    }

    [Fact]
    public void Each_alert_is_tested_firing_and_quiet()
    {
        var tests = Read("alerts_test.yaml").Split('\n');
        Assert.All(Names, name => Assert.Contains($"- name: {name} fires", tests));
        Assert.All(Names, name => Assert.Contains(tests, line => line.StartsWith($"- name: {name} is quiet", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_alert_has_a_runbook_and_links_to_it()
    {
        var runbooks = Directory.EnumerateFiles(Repository.PathOf("docs", "runbooks"), "*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.Equal(Names.Order(StringComparer.Ordinal), runbooks.Where(name => name != "README").Order(StringComparer.Ordinal));
        Assert.All(Names, name => Assert.Contains($"/docs/runbooks/{name}.md", Alerts, StringComparison.Ordinal));
    }

    [Fact]
    public void The_object_for_the_Prometheus_operator_holds_the_same_rules()
    {
        var groups = Alerts.TrimEnd('\n').Split('\n').SkipWhile(line => line != "groups:").Select(line => $"  {line}\n");
        Assert.EndsWith(string.Concat(groups), Read("prometheus-rule.yaml"), StringComparison.Ordinal);
    }

    private static string PathOf(string file) => Repository.PathOf("config", "prometheus", file);

    private static string Read(string file) => File.ReadAllText(PathOf(file));
}
