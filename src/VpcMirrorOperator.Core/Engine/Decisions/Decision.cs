using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Engine.Decisions;

/// <summary>What to do next with one object: exactly one of the nested cases.</summary>
/// <param name="Reason">A stable CamelCase word, see <see cref="Reasons"/>.</param>
/// <param name="Message">A sentence for the user, free of counters and times so that a repeated decision changes no status.</param>
internal abstract record Decision(string Reason, string Message)
{
    /// <summary>The cloud is as declared. Observe it again at the drift check interval.</summary>
    public sealed record Done(string Message) : Decision(Reasons.Synced, Message);

    /// <summary>The cloud, or another process, is at work. Observe it again later.</summary>
    /// <param name="Reason">See <see cref="Reasons"/>.</param>
    /// <param name="Message">For the user.</param>
    /// <param name="After">How long to wait; null: when the operation is expected to end.</param>
    public sealed record Wait(string Reason, string Message, TimeSpan? After) : Decision(Reason, Message);

    /// <summary>Record <paramref name="Operation"/>, then call the cloud with it.</summary>
    /// <param name="Reason">See <see cref="Reasons"/>.</param>
    /// <param name="Message">For the user.</param>
    /// <param name="Operation">The intent; it is dated anew when it is recorded.</param>
    /// <param name="DryRunFirst">Ask with <c>DryRun=true</c> before.</param>
    /// <typeparam name="TOperation">What the kind records of a write.</typeparam>
    public sealed record Write<TOperation>(string Reason, string Message, TOperation Operation, bool DryRunFirst)
        : Decision(Reason, Message)
        where TOperation : IRecordedOperation;

    /// <summary>There is something to do that this object's own settings forbid: a guard, <c>Observe</c> or <c>suspend</c>.</summary>
    public sealed record Hold(string Reason, string Message) : Decision(Reason, Message);

    /// <summary>Nothing more can be done without somebody's help. Slow observations go on.</summary>
    /// <param name="Reason">See <see cref="Reasons"/>.</param>
    /// <param name="Message">For the user.</param>
    /// <param name="After">How long until the next observation; null: the drift check interval.</param>
    public sealed record Stall(string Reason, string Message, TimeSpan? After) : Decision(Reason, Message);

    /// <summary>The object is deleted and the operator is done with it: its finalizer, if it is there, may go.</summary>
    /// <param name="Reason"><see cref="Reasons.Detached"/> or <see cref="Reasons.Released"/>.</param>
    /// <param name="Message">For the user.</param>
    public sealed record Release(string Reason, string Message) : Decision(Reason, Message);
}
