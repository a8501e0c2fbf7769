using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using VpcMirrorOperator.Emulator.Control;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Hosting;

/// <summary>Carries one HTTP exchange between Kestrel and the emulator.</summary>
internal sealed class KestrelAdapter(VpcEmulator emulator)
{
    private readonly EmulatorControl _control = new(emulator);

    internal async Task RunAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        if (request.Target.StartsWith(EmulatorControl.Prefix, StringComparison.Ordinal))
        {
            await WriteAsync(context, _control.Handle(request));
            return;
        }

        var response = emulator.Handle(request);
        var delay = emulator.Settings.ReplyDelay;
        if (delay > TimeSpan.Zero) await Task.Delay(delay, emulator.Time, context.RequestAborted);
        if (response.DropConnection) context.Abort();
        else await WriteAsync(context, response);
    }

    /// <summary>The raw target matters: the path and query must reach the emulator as they stood in the request line.</summary>
    private static async Task<EmulatorRequest> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.SelectMany(h => h.Value.Select(value => KeyValuePair.Create(h.Key, value ?? ""))).ToList();
        return new(context.Request.Method, target, headers, body.ToArray());
    }

    private static async Task WriteAsync(HttpContext context, EmulatorResponse response)
    {
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers) context.Response.Headers.Append(name, value);
        context.Response.ContentLength = response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
    }
}
