using System.Text;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Wire;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Control;

/// <summary>
/// The control API under <c>/_emulator/</c>: read the state, save it, switch faults, act as a foreign writer. Bodies are
/// YAML or JSON with the fields of the seed file. Unsigned, and therefore only for a host on loopback.
/// </summary>
internal sealed class EmulatorControl(VpcEmulator emulator)
{
    /// <summary>Where the control API begins.</summary>
    internal const string Prefix = "/_emulator/";

    private static readonly string[] Names = [
        "state", "seed", "faults", "foreign", "interfaces", "match", "bill", "credentials", "settings", "reset"];

    private const string BodyName = "request body";

    /// <summary>Answers one request: 400 with the field's name for bad input, 404 for an unknown path, 405 for a wrong
    /// method, 409 with the service's code for a foreign write that the service refuses.</summary>
    internal EmulatorResponse Handle(EmulatorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = RequestTarget.Parse(request.Target);
        try
        {
            return Route(request, target);
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

    private EmulatorResponse Route(EmulatorRequest request, RequestTarget target) => (Name(target), request.Method) switch
    {
        ("state", "GET") => ControlReplies.Json(
            200, emulator.Snapshot(ControlQuery.Sequence(target, "callsAfter")), ControlJson.Default.EmulatorSnapshot),
        ("seed", "GET") => ControlReplies.Yaml(emulator.Export(ControlQuery.Flag(target, "settle")).ToYaml()),
        ("faults", "GET") => ControlReplies.Json(200, emulator.Faults.Rules, ControlJson.Default.IReadOnlyListFaultRule),
        ("faults", "POST") => AddFault(Body(request)),
        ("faults", "DELETE") => ClearFaults(),
        ("foreign", "POST") => ControlReplies.Outcome(ForeignOrder.Carry(emulator, Body(request))),
        ("interfaces", "POST") => ControlReplies.Outcome(InterfaceOrder.Carry(emulator, Body(request))),
        ("match", "GET") => ControlReplies.Json(200, MatchQuery.Answer(emulator, target), ControlJson.Default.PacketMatch),
        ("bill", "GET") => ControlReplies.Json(200, emulator.Bill(), ControlJson.Default.MirrorBill),
        ("credentials", "POST") => IssueCredential(Body(request)),
        ("settings", "POST") => ChangeSettings(Body(request)),
        ("reset", "POST") => Reset(request),
        (var name, _) when Names.Contains(name, StringComparer.Ordinal) =>
            ControlReplies.Refused(405, "method", $"{request.Method} is not possible for {target.Path}"),
        _ => ControlReplies.Refused(404, "path", $"{target.Path} does not exist; under {Prefix} are {string.Join(", ", Names)}"),
    };

    private static string Name(RequestTarget target) =>
        target.Path.StartsWith(Prefix, StringComparison.Ordinal) ? target.Path[Prefix.Length..] : "";

    private static SeedNode Body(EmulatorRequest request) => SeedDocument.Load(Encoding.UTF8.GetString(request.Body.Span), BodyName);

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

    private EmulatorResponse IssueCredential(SeedNode body)
    {
        var map = body.AsMap("account", "accessKeyId", "accessKeySecret", "securityToken", "expiresIn");
        emulator.IssueCredential(map.Required("account").AsText(), AccountReader.ReadCredential(map));
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
