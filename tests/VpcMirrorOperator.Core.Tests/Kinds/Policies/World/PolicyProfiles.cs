namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>What happens in a world, by the sort of trouble: deeds and their weights.</summary>
internal static class PolicyProfiles
{
    /// <summary>Names of policies.</summary>
    public static readonly string[] Names = ["p", "q", "r"];

    /// <summary>One policy.</summary>
    public static readonly IReadOnlyDictionary<string, (string Kind, double Weight)[]> One = Read(
        "plain: eni 3 failover 1 crash 1",
        "foreign: eni 3 failover 1 crash 1 f_new 3 f_del 2",
        "targets: eni 2 failover 1 crash 1 targets 3",
        "template: eni 2 failover 1 crash 1 range 2 filt 1",
        "hand: eni 1 failover 1 crash 1 handdelete 3",
        "edit: eni 1 crash 1 handedit 3",
        "tamper: eni 2 failover 1 crash 1 t_del 1 t_rem 1 t_off 1 f_new 1 f_del 1",
        "delete: eni 1 failover 1 crash 1 handdelete 1 poldel 1 delpol 1",
        "retain: eni 1 failover 1 crash 1 handdelete 1 poldel 1 polnew 3",
        "blind: eni 2 failover 1 crash 1 targets 1 blind 4",
        "window: eni 1 failover 1 crash 1 handdelete 1 window 2 f_new 1",
        "ns: eni 1 crash 1 nsdelete 1",
        "orphan: crash 1 orphan 1",
        "quota: eni 3 crash 1 realcap 1 bad 2",
        "skip: eni 3 failover 1 crash 1 other 3",
        "flap: flap 3",
        "flap2: flap 3 failover 2",
        "empty: eni 6 failover 1",
        "all: eni 3 failover 1 crash 1 f_new 1 f_del 1 targets 1 range 1 filt 1 handdelete 1 t_del 1 t_rem 1 t_off 1 bad 1");

    /// <summary>Two or three policies.</summary>
    public static readonly IReadOnlyDictionary<string, (string Kind, double Weight)[]> Several = Read(
        "plain: choose 4 quiet 1",
        "fail: choose 4 failover 1 crash 1 quiet 1",
        "targets: choose 2 targets 3 failover .6 crash .6 quiet 1",
        "range: choose 2 range 3 filt 1 failover .6 crash .6 quiet 1",
        "life: choose 2 poldel 1.5 new 3 failover .6 crash .6 quiet 1",
        "mode: choose 4 mode 4 targets 1 filt .5 failover .5 crash .5 quiet 2",
        "modelife: choose 2 mode 3 poldel 1 new 2 window .7 quiet 1",
        "tamper: choose 2 t_del 1 t_rem 1 quiet 2",
        "foreign: choose 3 f_new 2 f_del 2 failover .5 crash .5 quiet 1 eni 1",
        "most: choose 4 most 2 quiet 1 targets 1",
        "zones: choose 4 targets 2 failover .5 crash .5 quiet 1 range 1",
        "all: choose 3 mode 2 targets 1 range 1 filt .5 poldel .7 new 2 t_del .5 t_rem .5 f_new .7 f_del 1 failover .5 crash .5 most .5"
        + " eni .5 quiet 1");

    private static Dictionary<string, (string, double)[]> Read(params string[] profiles) =>
        profiles.Select(line => line.Split(": ")).ToDictionary(
        parts => parts[0],
        parts => parts[1].Split(' ').Chunk(2).Select(pair => (pair[0], double.Parse(pair[1]))).ToArray());
}
