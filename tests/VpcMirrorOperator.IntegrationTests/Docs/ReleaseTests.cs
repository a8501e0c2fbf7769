using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>The scripts that make a release, as far as they run without a registry.</summary>
public class ReleaseTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static string Version =>
        (string)YamlDocuments.Read(File.ReadAllText(Repository.PathOf("charts", "vpc-mirror-operator", "Chart.yaml"))).Single()["version"]!;

    [Fact]
    public async Task Program_chart_and_manifests_are_of_one_version() => (await RunAsync("check-version.sh", Version)).Succeeded();

    [Fact]
    public async Task Another_version_is_refused_with_the_places_that_lack_it()
    {
        var answer = await RunAsync("check-version.sh", "9.9.9");
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("Chart.yaml lacks the line: appVersion: 9.9.9", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("Directory.Build.props lacks", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_notes_are_the_section_of_the_version()
    {
        var changelog = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            changelog, "# Changelog\n\n## [Unreleased]\n\nLater.\n\n## [0.10.0] - 2026-12-01\n\n### Added\n\n- Ten.\n\n## [0.1.0] - " +
            "2026-11-01\n\nOne.\n", TestContext.Current.CancellationToken);
        Assert.Equal("### Added\n\n- Ten.\n", (await RunAsync("release-notes.sh", "0.10.0", changelog)).Succeeded());
        Assert.Equal("One.\n", (await RunAsync("release-notes.sh", "0.1.0", changelog)).Succeeded());
        var missing = await RunAsync("release-notes.sh", "0.2.0", changelog);
        Assert.Equal((1, true), (missing.ExitCode, missing.Errors.Contains("has no section '## [0.2.0]'", StringComparison.Ordinal)));
        File.Delete(changelog);
    }

    [Fact]
    public async Task The_released_manifest_names_the_image_by_its_digest()
    {
        var pinned = YamlDocuments.Read((await RunAsync("pin-install.sh", "ghcr.io/example/operator@" + Digest)).Succeeded());
        var deployment = pinned.Single(o => (string?)o["kind"] == "Deployment");
        Assert.Equal("ghcr.io/example/operator@" + Digest, (string?)deployment["spec"]!["template"]!["spec"]!["containers"]![0]!["image"]);
    }

    [Fact]
    public async Task The_released_chart_has_the_digest_and_none_of_the_test_values()
    {
        if (Tools.Helm is null) Assert.Skip(Tools.HelmSkipReason);
        var folder = Directory.CreateTempSubdirectory("vpc-mirror-chart-");
        (await Command.RunAsync("env", "", [$"HELM={Tools.Helm}", Script("package-chart.sh"), Digest, folder.FullName])).Succeeded();
        var package = Path.Join(folder.FullName, $"vpc-mirror-operator-{Version}.tgz");
        var files = (await Command.RunAsync("tar", "", ["-tzf", package])).Succeeded();
        var values = (await Command.RunAsync("tar", "", ["-xOzf", package, "vpc-mirror-operator/values.yaml"])).Succeeded();
        folder.Delete(recursive: true);
        Assert.Contains($"digest: \"{Digest}\"", values, StringComparison.Ordinal);
        Assert.DoesNotContain("/ci/", files, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_of_a_release_has_a_checksum_and_a_signature_and_the_checksums_too()
    {
        using var folder = new TempFolder();
        var (files, cosign) = (Directory.CreateDirectory(Path.Join(folder.Path, "files")).FullName, Path.Join(folder.Path, "cosign"));
        foreach (var file in new[] { "install.yaml", "chart.tgz" })
            await File.WriteAllTextAsync(Path.Join(files, file), file, TestContext.Current.CancellationToken);
        // Instead of cosign: remembers what it was to sign.
        await File.WriteAllTextAsync(
            cosign, "#!/bin/sh\ntest \"$1 $2 $3\" = 'sign-blob --yes --bundle' && echo \"signed $5\" >\"$4\"\n",
            TestContext.Current.CancellationToken);
        (await Command.RunAsync("chmod", "", ["+x", cosign])).Succeeded();
        // Twice: a repetition does not sign the signatures.
        for (var time = 0; time < 2; time++)
            (await Command.RunAsync("env", "", [$"COSIGN={cosign}", Script("sign-files.sh"), files])).Succeeded();

        Assert.Equal(
            [
                "SHA256SUMS", "SHA256SUMS.sigstore.json", "chart.tgz", "chart.tgz.sigstore.json", "install.yaml",
                "install.yaml.sigstore.json",
            ],
            Directory.EnumerateFiles(files).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("signed SHA256SUMS\n", await File.ReadAllTextAsync(
            Path.Join(files, "SHA256SUMS.sigstore.json"), TestContext.Current.CancellationToken));
        (await Command.RunAsync("sh", "", ["-c", "cd \"$1\" && sha256sum --check SHA256SUMS", "sh", files])).Succeeded();
        Assert.Equal(2, File.ReadLines(Path.Join(files, "SHA256SUMS")).Count());
    }

    [Fact]
    public void The_policy_names_the_version_that_gets_fixes_and_when_one_hears()
    {
        var policy = File.ReadAllText(Repository.PathOf("SECURITY.md"));
        Assert.Contains($"| {Version[..Version.LastIndexOf('.')]}.x, the newest release | yes |", policy, StringComparison.Ordinal);
        foreach (var promise in new[] { "| 3 working days |", "| 7 days |", "| 30 days, for critical", "| 90 days |" })
            Assert.Contains(promise, policy, StringComparison.Ordinal);
    }

    private static Task<CommandResult> RunAsync(string script, params IEnumerable<string> arguments) =>
        Command.RunAsync(Script(script), "", arguments);

    private static string Script(string name) => Repository.PathOf("eng", name);
}
