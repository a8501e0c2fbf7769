using System.CommandLine;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Controller;

/// <summary><c>check-access</c>: reads one session with the credentials of the pod, and writes nothing. For <c>helm test</c>.</summary>
internal static class AccessCheck
{
    public static Command Create(ProcessEnvironment process, TextWriter output)
    {
        var region = new Option<string>("--region")
        {
            Description = "The session's region, for example cn-hangzhou.",
            HelpName = "REGION",
            Required = true,
        };
        var endpoint = new Option<string>("--endpoint") { Description = "VPC endpoint to call instead of the region's.", HelpName = "URL" };
        var id = new Argument<string>("SESSION") { Description = "Session id, tms-…." };
        var command = new Command("check-access", "Read one session with this pod's credentials; exit code 0 if that works.")
        {
            region,
            endpoint,
            id,
        };
        command.SetAction((parsed, _) => RunAsync(
            new SessionRef(Accounts.Default, parsed.GetRequiredValue(region), parsed.GetRequiredValue(id)),
            parsed.GetValue(endpoint), process, output));
        return command;
    }

    private static async Task RunAsync(SessionRef session, string? endpoint, ProcessEnvironment process, TextWriter output)
    {
        try
        {
            using var cloud = CloudConnection.Open(endpoint, process);
            var reader = new SessionReader(cloud.Client, process.Time);
            var observed = (await reader.ReadAsync(session, TimeSpan.Zero, process.Interrupted)).Session
                ?? throw new StartupException(
                    $"{session}: the cloud does not list this session. Check the id, the region and the account.");
            await output.WriteLineAsync($"{session}: {observed.State.Status}, sources: {observed.Sources.Count}");
        }
        catch (CloudException e)
        {
            throw new StartupException(e.Message, e);
        }
    }
}
