using System.Globalization;
using System.Text;

namespace VpcMirrorOperator.Emulator;

/// <summary>
/// The control API under <c>/_emulator/</c>: look at the state, save it, switch faults, act as a foreign writer. Bodies are
/// YAML or JSON with the fields of the seed file. Unsigned, and therefore only for a host on loopback.
/// </summary>
public sealed class EmulatorControl(VpcEmulator emulator)
{
    /// <summary>Where the control API begins.</summary>
    public const string Prefix = "/_emulator/";

    private const string BodyName = "request body";

    /// <summary>Answers one request: 400 with the field's name for bad input, 404 for an unknown path, 405 for a wrong
    /// method, 409 with the service's code for a foreign write that the service refuses.</summary>
    public EmulatorResponse Handle(EmulatorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (path, _, query) = Split(request.Target);
        try
        {
            return (path, request.Method) switch
            {
                ("state", "GET") => State(query),
                ("seed", "GET") => ControlReplies.Yaml(emulator.Export(Settle(query)).ToYaml()),
                ("faults", "GET") => ControlReplies.Json(200, emulator.Faults.Rules, ControlJson.Default.IReadOnlyListFaultRule),
                ("faults", "POST") => AddFault(Body(request)),
                ("faults", "DELETE") => ClearFaults(),
                ("foreign", "POST") => ControlReplies.Outcome(ForeignOrder.Carry(emulator, Body(request))),
                ("settings", "POST") => ChangeSettings(Body(request)),
                ("reset", "POST") => Reset(request),
                ("state" or "seed" or "faults" or "foreign" or "settings" or "reset", _) =>
                    ControlReplies.Refused(405, "method", $"{request.Method} is not possible for {Prefix}{path}"),
                _ => ControlReplies.Refused(404, "path", $"{Prefix}{path} does not exist; there are state, seed, faults, foreign, settings and reset"),
            };
        }
        catch (EmulatorSeedException e)
        {
            return ControlReplies.Refused(400, e.Field, e.Message);
        }
        catch (EmulatorControlException e)
        {
            return ControlReplies.Refused(400, e.Field, e.Message);
        }
    }

    private static (string Path, int Mark, Dictionary<string, string> Query) Split(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        var query = PercentEncoding.DecodePairs(mark < 0 ? "" : target[(mark + 1)..]).DistinctBy(p => p.Key);
        return (path[Prefix.Length..], mark, query.ToDictionary(StringComparer.Ordinal));
    }

    private static SeedNode Body(EmulatorRequest request) => SeedDocument.Load(Encoding.UTF8.GetString(request.Body.Span), BodyName);

    private static bool Settle(Dictionary<string, string> query) => query.GetValueOrDefault("settle", "false") switch
    {
        "true" => true,
        "false" => false,
        var other => throw new EmulatorSeedException("query", 1, "settle", $"'{other}' is not a boolean", "Give true or false."),
    };

    private EmulatorResponse State(Dictionary<string, string> query)
    {
        var text = query.GetValueOrDefault("callsAfter", "0");
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            throw new EmulatorSeedException("query", 1, "callsAfter", $"'{text}' is not a sequence number", "Give 0 or more.");
        return ControlReplies.Json(200, emulator.Snapshot(after), ControlJson.Default.EmulatorState);
    }

    private EmulatorResponse AddFault(SeedNode body)
    {
        emulator.Faults.Add(FaultReader.Read(body));
        return ControlReplies.Ok;
    }

    private EmulatorResponse ClearFaults()
    {
        emulator.Faults.Clear();
        return ControlReplies.Ok;
    }

    private EmulatorResponse ChangeSettings(SeedNode body)
    {
        emulator.Settings = SettingsReader.Read(body, emulator.Settings);
        return ControlReplies.Ok;
    }

    private EmulatorResponse Reset(EmulatorRequest request)
    {
        emulator.Reset(request.Body.IsEmpty ? null : SeedReader.Read(Body(request)));
        return ControlReplies.Ok;
    }
}
