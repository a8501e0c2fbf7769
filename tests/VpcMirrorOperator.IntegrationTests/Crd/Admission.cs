using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>What tests of the admission policy ask an API server.</summary>
internal static class Admission
{
    public const string Dry = "--dry-run=server";

    public static void Refused(CommandResult answer, string why)
    {
        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains(why, answer.Output, StringComparison.Ordinal);
    }

    extension(CrdServer server)
    {
        public async Task HaveNamespacesAsync(params string[] names)
        {
            foreach (var name in names)
                (await server.FeedKubectlAsync(
                    $$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{name}}}"}}""", "apply", "-f", "-")).Succeeded();
        }

        public Task IsInForceAsync() => Eventually.TrueAsync(
            async () => (await server.ProbeAsync()).Output.Contains("may not have session", StringComparison.Ordinal), "it is in force");

        public Task<CommandResult> ProbeAsync() => server.CreateAsync("team-b", "probe", "cn-hangzhou", "tms-x", Dry);

        public Task<CommandResult> CreateAsync(string space, string name, string region, string session, params string[] options) =>
            server.FeedKubectlAsync(
                $$$"""
                {"apiVersion":"vpcmirror.io/v1alpha1","kind":"TrafficMirrorSession",
                 "metadata":{"name":"{{{name}}}","namespace":"{{{space}}}"},
                 "spec":{"regionId":"{{{region}}}","trafficMirrorSessionId":"{{{session}}}","sourceIds":["eni-1"]}}
                """,
                ["create", "-f", "-", .. options]);

        /// <summary>Asks for a session that is to be created.</summary>
        public Task<CommandResult> NewAsync(string space, string region, string target) => server.FeedKubectlAsync(
            $$$"""
            {"apiVersion":"vpcmirror.io/v1alpha1","kind":"TrafficMirrorSession","metadata":{"name":"new","namespace":"{{{space}}}" },
             "spec":{"regionId":"{{{region}}}","sourceIds":["eni-1"],
                     "session":{"target":{"type":"NetworkInterface","id":"{{{target}}}"},"filterId":"tmf-1","priority":7} } }
            """,
            "create", "-f", "-", Dry);
    }
}
