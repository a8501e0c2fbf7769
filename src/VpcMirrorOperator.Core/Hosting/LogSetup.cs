using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace VpcMirrorOperator.Hosting;

/// <summary>How the operator logs: one JSON object a line on standard error, with the scopes (object, reconcile id) in it.</summary>
internal static class LogSetup
{
    private const string Rfc3339 = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";

    public static ILoggerFactory Create(LogLevel level, bool text) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(level);
        if (text) logging.AddSimpleConsole(AsText);
        else logging.Services.AddSingleton<ConsoleFormatter>(new JsonLogFormatter(Rfc3339.TrimEnd(), TimeProvider.System));
        logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            if (!text) console.FormatterName = JsonLogFormatter.Title;
        });
    });

    private static void AsText(SimpleConsoleFormatterOptions text) =>
        (text.IncludeScopes, text.UseUtcTimestamp, text.TimestampFormat, text.SingleLine) = (true, true, Rfc3339, true);
}
