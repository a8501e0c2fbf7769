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
        if (Refusal(context) is { } refusal)
        {
            await WriteAsync(context, refusal);
            return;
        }

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

    /// <summary>
    /// The control API is unsigned, so it must be meant for loopback by name. The emulated API is signed, and whose name it is called by is
    /// part of what is emulated; but no client of it is a page, and the keys of a seed are no secrets.
    /// </summary>
    private static EmulatorResponse? Refusal(HttpContext context)
    {
        var (headers, port) = (context.Request.Headers, context.Connection.LocalPort);
        // Several values read as one text with commas, which is no name.
        if (headers.ContainsKey("Origin") && !LoopbackNames.IsOrigin(headers.Origin.ToString(), port))
            return ControlReplies.Refused(403, "Origin", "web pages of other origins may not use the emulator");
        var isControl = TargetOf(context).StartsWith(EmulatorControl.Prefix, StringComparison.Ordinal);
        return isControl && !LoopbackNames.IsHost(headers.Host.ToString(), port)
            ? ControlReplies.Refused(403, "Host", "the control API has no other names than 127.0.0.1, localhost and [::1], with the port")
            : null;
    }

    private static string TargetOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    /// <summary>The raw target matters: the path and query must reach the emulator as they stood in the request line.</summary>
    private static async Task<EmulatorRequest> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.SelectMany(h => h.Value.Select(value => KeyValuePair.Create(h.Key, value ?? ""))).ToList();
        return new(context.Request.Method, TargetOf(context), headers, body.ToArray());
    }

    private static async Task WriteAsync(HttpContext context, EmulatorResponse response)
    {
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers) context.Response.Headers.Append(name, value);
        context.Response.ContentLength = response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
    }
}
