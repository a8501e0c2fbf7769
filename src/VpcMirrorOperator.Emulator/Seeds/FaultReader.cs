using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Yaml;




namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads one fault rule, in a seed or from the control API.</summary>
internal static class FaultReader
{
    private static readonly string[] Fields = [
        "kind", "action", "account", "region", "session", "networkInterface", "times", "status", "code", "retryAfterMs"];

    internal static FaultRule Read(SeedNode node)
    {
        var map = node.AsMap(Fields);
        return new()
        {
            Kind = map.Required("kind").OneOf(SeedWords.FaultKind),
            Action = map.Optional("action")?.OneOf(SeedWords.Action),
            Account = map.Optional("account")?.Text(1, 64),
            Region = map.Optional("region")?.RegionId(),
            Session = map.Optional("session")?.SessionId(),
            NetworkInterface = map.Optional("networkInterface")?.NetworkInterfaceId(),
            Times = map.OptionalNumber("times", 1, int.MaxValue),
            Status = map.OptionalNumber("status", 400, 599),
            Code = map.Optional("code")?.ErrorCode(),
            RetryAfterMs = map.OptionalNumber("retryAfterMs", 0, 86_400_000),
        };
    }
}
