using Spectre.Console;
using Spectre.Console.Rendering;

namespace VpcMirrorOperator.Output;

/// <summary>Renders with Spectre.Console into lines, with nothing taken from the process's own console or environment.</summary>
internal static class SpectreText
{
    public static IReadOnlyList<string> Render(IRenderable renderable, int width, bool colour)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Math.Max(1, width);
        console.Profile.Capabilities.Unicode = true;
        console.Write(renderable);
        return [.. writer.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd())];
    }
}
