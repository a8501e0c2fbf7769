using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>One process: what it remembers of each object is lost with it.</summary>
internal sealed class SimProcess(string name)
{
    public string Name { get; } = name;

    /// <summary>When it ends, after another one has taken over.</summary>
    public int Until { get; set; } = int.MaxValue;

    public Dictionary<string, SimSlot> Slots { get; } = [];
}

/// <summary>What a process remembers of one life of one object.</summary>
internal sealed class SimSlot(int uid)
{
    public int Uid { get; } = uid;

    public LifecycleMemory Memory { get; set; } = LifecycleMemory.None;

    /// <summary>The attempt that is waited for.</summary>
    public (long Sequence, int Attempt, int Since)? Awaited { get; set; }

    public SimReply? Reply { get; set; }

    /// <summary>The latest attempt that was answered, like all before it.</summary>
    public (long Sequence, int Attempt)? Answered { get; set; }

    /// <summary>The latest attempt that was refused.</summary>
    public (long Sequence, int Attempt)? Refused { get; set; }
}
