using Microsoft.AspNetCore.Http;

namespace VpcMirrorOperator.Hosting;

/// <summary>One thing that can be wrong.</summary>
/// <param name="Name">Short name, as it is shown.</param>
/// <param name="Problem">What is wrong now; null when nothing is.</param>
internal sealed record HealthCheck(string Name, Func<string?> Problem)
{
    /// <summary>
    /// Answers 200 when nothing is wrong and 503 otherwise, with a line for each check either way (the form of kube-apiserver's).
    /// </summary>
    public static RequestDelegate Handler(params HealthCheck[] checks) => async context =>
    {
        var results = checks.Select(check => (check.Name, Problem: check.Problem())).ToList();
        if (results.Exists(result => result.Problem is not null)) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        foreach (var (name, problem) in results)
            await context.Response.WriteAsync(
                problem is null ? $"[+] {name} ok\n" : $"[-] {name} failed: {problem}\n", context.RequestAborted);
    };
}
