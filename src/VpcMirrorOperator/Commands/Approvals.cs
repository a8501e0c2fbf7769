using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Commands;

/// <summary>Approvals given on the command line: each goes to the object whose plan it names, as the annotation would.</summary>
internal static class Approvals
{
    /// <summary>The manifests with the approvals on them.</summary>
    /// <param name="declared">The objects with their status.</param>
    /// <param name="hashes">The plans that are approved.</param>
    /// <param name="reader">Reads the sessions.</param>
    /// <param name="patience">How long temporary failures are tolerated.</param>
    /// <param name="context">The process.</param>
    /// <exception cref="CommandException">A hash names no present plan. Nothing was changed.</exception>
    public static async Task<IReadOnlyList<TrafficMirrorSession>> GiveAsync(
        IReadOnlyList<TrafficMirrorSession> declared, IReadOnlyCollection<string> hashes, SessionReader reader, CloudPatience patience,
        CommandContext context)
    {
        foreach (var session in declared) reader.Expect(session.Session());
        var plans = await Task.WhenAll(declared.Select(session => HashAsync(session, reader, patience, context)));
        var unknown = hashes.Except(plans.OfType<string>()).ToList();
        if (unknown.Count > 0)
            throw new CommandException(
                $"--approve: no declared session has the plan {string.Join(", ", unknown)} now. Nothing was changed.\n" +
                "  Look at the plans as they are: vpc-mirror plan with the same options.");
        return [.. declared.Zip(plans, (session, plan) =>
            plan is not null && hashes.Contains(plan) ? session.Annotated(Annotations.ApprovedPlan, plan) : session)];
    }

    private static async Task<string?> HashAsync(
        TrafficMirrorSession session, SessionReader reader, CloudPatience patience, CommandContext context)
    {
        try
        {
            var snapshot = await patience.ReadAsync(
                session.Spec.RegionId, token => reader.ReadAsync(session.Session(), TimeSpan.Zero, token), context.Interrupted);
            return SessionComparison.Of(session, snapshot.Session, context.Time.GetUtcNow()).Hash;
        }
        catch (CloudException e)
        {
            throw new CommandException(CloudAdvice.For(e), e);
        }
    }
}
