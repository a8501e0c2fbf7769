using System.CommandLine;
using System.CommandLine.Parsing;
using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>Options that several commands share, with their checks.</summary>
internal static class CommandOptions
{
    public static Option<string[]> Paths()
    {
        var option = new Option<string[]>("--file", "-f")
        {
            Description = "Manifest files, folders of them, or - for standard input. Can be repeated.",
            HelpName = "PATH",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        // Several paths may follow one -f, and a misspelt option would pass as one of them.
        option.Validators.Add(result => Require(
            result, text => text == "-" || !text.StartsWith('-'),
            "is not an option of this command; write ./ before a path that starts with a dash"));
        return option;
    }

    public static Option<OutputFormat> Format()
    {
        var option = new Option<OutputFormat>("--output", "-o")
        {
            Description = "table, json or yaml.",
            HelpName = "FORMAT",
            CustomParser = result => ReadFormat(result),
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add("table", "json", "yaml");
        return option;
    }

    public static Option<TimeSpan?> Timeout() => new("--timeout")
    {
        Description =
            "Give up after this time, for example 10m. Default: never, but a cloud that does not answer at the start gets 2 minutes.",
        HelpName = "DURATION",
        CustomParser = result => ReadDuration(result),
    };

    public static Option<string> Region()
    {
        var option = new Option<string>("--region")
        {
            Description = "The sessions' region, for example cn-hangzhou.",
            HelpName = "REGION",
            Required = true,
        };
        option.Validators.Add(result => Require(result, IdPatterns.Region().IsMatch, "is not a region id such as cn-hangzhou"));
        return option;
    }

    public static Argument<string[]> CloudIds()
    {
        var argument = new Argument<string[]>("ID") { Description = "Ids of sessions, tms-…, and of filters, tmf-….",
            Arity = ArgumentArity.ZeroOrMore };
        argument.Validators.Add(
            result => Require(
                result, id => IdPatterns.Session().IsMatch(id) || IdPatterns.Filter().IsMatch(id),
                "is not a session id such as tms-j6cla50buc44ap8tu, nor a filter id such as tmf-j6cmls82xnc86vtpe"));
        return argument;
    }

    public static Option<ResourceTag?> Tag() => new("--tag")
    {
        Description = "All filters and sessions of the region with this tag.",
        HelpName = "KEY=VALUE",
        CustomParser = result =>
        {
            if (ImportSelection.ParseTag(result.Tokens[0].Value) is { } tag) return tag;
            result.AddError($"--tag: '{result.Tokens[0].Value}' is not a tag such as team=soc.");
            return null;
        },
    };

    public static Option<string[]> Approve()
    {
        var option = new Option<string[]>("--approve")
        {
            Description = "Approve the plan with this hash, as plan shows it. Can be repeated.", HelpName = "HASH",
        };
        option.Validators.Add(result => Require(
            result, text => text.Length is >= 8 and <= 64 && text.All(char.IsAsciiHexDigitLower), "is not the hash of a plan"));
        return option;
    }

    public static Option<int> Port()
    {
        var option = new Option<int>("--port") { Description = "TCP port on 127.0.0.1; default: any free one.", HelpName = "N" };
        option.Validators.Add(
            result => Require(
                result, text => int.TryParse(text, out var port) && port is >= 0 and <= 65535, "is not a port of 0 to 65535"));
        return option;
    }

    private static OutputFormat ReadFormat(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "table": return OutputFormat.Table;
            case "json": return OutputFormat.Json;
            case "yaml": return OutputFormat.Yaml;
            case var other:
                result.AddError($"--output: '{other}' is not one of table, json, yaml.");
                return default;
        }
    }

    private static TimeSpan? ReadDuration(ArgumentResult result)
    {
        if (GoDuration.TryParse(result.Tokens[0].Value, out var duration) && duration > TimeSpan.Zero) return duration;
        result.AddError($"--timeout: '{result.Tokens[0].Value}' is not a duration such as 90s or 10m.");
        return null;
    }

    private static void Require(SymbolResult result, Func<string, bool> isValid, string problem)
    {
        foreach (var token in result.Tokens)
            if (!isValid(token.Value))
                result.AddError($"'{token.Value}' {problem}.");
    }
}
