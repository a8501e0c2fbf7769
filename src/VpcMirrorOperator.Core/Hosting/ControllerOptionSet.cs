using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Hosting;

/// <summary>The options of <c>controller</c>, with their checks.</summary>
internal sealed class ControllerOptionSet
{
    private static readonly ControllerSettings Defaults = new();

    private readonly Option<string> _kubeconfig = Text(
        "--kubeconfig", "FILE", "Kubeconfig file. Default: KUBECONFIG, then the pod's service account, then ~/.kube/config.");
    private readonly Option<string> _context = Text("--context", "NAME", "Context of the kubeconfig. Default: the current one.");
    private readonly Option<string> _namespaces = Text("--namespaces", "A,B", "Only these namespaces. Default: all.");
    private readonly Option<string> _selector = Text("--selector", "SELECTOR", "Only objects with these labels, for example shard=1.");
    private readonly Option<string> _tenancy = Text(
        "--tenancy-file", "FILE", "Allow-list: which namespace may have which sessions. Default: any, as RBAC lets people write objects.");
    private readonly Option<int> _concurrency = Number(
        "--concurrency", "Objects worked on at once; default 4.", 1, 256, Defaults.Concurrency);
    private readonly Option<bool> _elect = new("--leader-elect")
    {
        Description = "Let a Lease decide which of several controllers works; default true.", HelpName = "true|false",
        DefaultValueFactory = _ => true,
    };

    private readonly Option<string> _leaseNamespace = Text(
        "--lease-namespace", "NAMESPACE", "Namespace of the Lease. Default: the pod's namespace.");
    private readonly Option<string> _leaseName = Text("--lease-name", "NAME", $"Name of the Lease; default {Defaults.LeaseName}.");
    private readonly Option<string> _bind = Text(
        "--bind-address", "IP", "Where probes and metrics are served. Default: 0.0.0.0 in a pod, 127.0.0.1 elsewhere.");
    private readonly Option<int?> _metricsPort = new("--metrics-port")
    {
        Description = "Port of /metrics. Default: 8443 with TLS, 8080 without.", HelpName = "N",
    };

    private readonly Option<bool?> _metricsSecure = new("--metrics-secure")
    {
        Description = "Metrics over HTTPS, for whose token the API server allows GET /metrics. Default: true, but on loopback.",
        HelpName = "true|false",
    };

    private readonly Option<string> _certificates = Text(
        "--metrics-cert-dir", "FOLDER", "tls.crt and tls.key for the metrics, read again when they change. Default: a self-signed one.");
    private readonly Option<int> _healthPort = Number(
        "--health-port", "Port of /healthz and /readyz; default 8081.", 0, 65535, Defaults.HealthPort);
    private readonly Option<string> _endpoint = Text(
        "--endpoint", "URL", "VPC endpoint to call instead of the region's: a host or an https URL, http on loopback only.");
    private readonly Option<string> _level = Text(
        "--log-level", "LEVEL", "trace, debug, information, warning, error or critical; default information.");
    private readonly Option<string> _format = Text(
        "--log-format", "FORMAT", "json or text. Default: text where standard error is a terminal, json elsewhere.");

    public ControllerOptionSet()
    {
        Require(
            _namespaces, text => Split(text) is { Length: > 0 } names && Array.TrueForAll(names, IsLabel),
            "is not a list of namespaces such as team-a,team-b");
        Require(_selector, LabelSelectorSyntax.IsValid, "is not a label selector such as shard=1 or tier in (web,db)");
        Require(_leaseNamespace, IsLabel, "is not a namespace");
        Require(_leaseName, text => Array.TrueForAll(text.Split('.'), IsLabel), "is not the name of a Lease, such as vpc-mirror-operator");
        Require(_bind, text => IPAddress.TryParse(text, out _), "is not an IP address such as 0.0.0.0 or 127.0.0.1");
        RequireNumber(_metricsPort, 0, 65535);
        Require(_level, text => TryLevel(text, out _), "is not one of trace, debug, information, warning, error, critical");
        Require(_format, text => text is "json" or "text", "is not one of json, text");
    }

    public void AddTo(Command command)
    {
        Option[] all =
        [
            _kubeconfig, _context, _namespaces, _selector, _tenancy, _concurrency, _elect, _leaseNamespace, _leaseName, _bind,
            _metricsPort, _metricsSecure, _certificates, _healthPort, _endpoint, _level, _format,
        ];
        foreach (var option in all) command.Options.Add(option);
        command.Validators.Add(RefuseContradictions);
    }

    /// <summary>Looks at the texts: a value that is wrong by itself has its own message, and cannot be asked for here.</summary>
    private void RefuseContradictions(CommandResult result)
    {
        var port = PortOf(result, _metricsPort) ?? Defaults.MetricsPort;
        if (port != 0 && port == (PortOf(result, _healthPort) ?? Defaults.HealthPort))
            result.AddError($"--metrics-port and --health-port are both {port}: each needs a port of its own.");
        if (TextOf(result, _elect) is "false" && TextOf(result, _leaseNamespace) is not null)
            result.AddError("--lease-namespace is of no use with --leader-elect=false: leave one of the two out.");
    }

    private static string? TextOf(CommandResult result, Option option) =>
        result.GetResult(option) is { Tokens: [.., var last] } ? last.Value : null;

    private static int? PortOf(CommandResult result, Option option) => int.TryParse(TextOf(result, option), out var port) ? port : null;

    public ControllerSettings Read(ParseResult result, ProcessEnvironment process) => Defaults with
    {
        Kubeconfig = result.GetValue(_kubeconfig) is { } file ? process.FullPath(file) : null,
        Context = result.GetValue(_context),
        Namespaces = result.GetValue(_namespaces) is { } names ? Split(names) : [],
        Selector = result.GetValue(_selector),
        TenancyFile = result.GetValue(_tenancy) is { } list ? process.FullPath(list) : null,
        Concurrency = result.GetValue(_concurrency),
        LeaderElect = result.GetValue(_elect),
        LeaseNamespace = result.GetValue(_leaseNamespace),
        LeaseName = result.GetValue(_leaseName) ?? Defaults.LeaseName,
        // The kubelet sets it in every container.
        InPod = process.Variable("KUBERNETES_SERVICE_HOST") is not null,
        BindAddress = result.GetValue(_bind) is { } address ? IPAddress.Parse(address) : null,
        MetricsPort = result.GetValue(_metricsPort),
        MetricsSecure = result.GetValue(_metricsSecure),
        MetricsCertificates = result.GetValue(_certificates) is { } folder ? process.FullPath(folder) : null,
        HealthPort = result.GetValue(_healthPort),
        Endpoint = result.GetValue(_endpoint),
        LogLevel = TryLevel(result.GetValue(_level), out var least) ? least : Defaults.LogLevel,
        TextLog = result.GetValue(_format) is { } format ? format == "text" : process.LogsToTerminal,
    };

    private static Option<string> Text(string name, string value, string description) => new(name)
    {
        Description = description,
        HelpName = value,
    };

    private static Option<int> Number(string name, string description, int least, int most, int normal)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => normal };
        RequireNumber(option, least, most);
        return option;
    }

    private static void RequireNumber(Option option, int least, int most) => Require(
        option, text => int.TryParse(text, out var number) && number >= least && number <= most, $"is not a number of {least} to {most}");

    private static void Require(Option option, Func<string, bool> isValid, string problem) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
            if (!isValid(token.Value))
                result.AddError($"{option.Name}: '{token.Value}' {problem}.");
    });

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>RFC 1123, as Kubernetes wants namespaces.</summary>
    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= 63 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && text[0] != '-'
            && text[^1] != '-';

    private static bool TryLevel(string? text, out LogLevel level)
    {
        level = default;
        return text is not null && text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out level)
            && level != LogLevel.None;
    }
}
