namespace VpcMirrorOperator.Api.Shared;

/// <summary>
/// A write of any kind, as its object's status records it before the cloud is called: what is called (verb and payload), under which token,
/// by whom and when. What proves its effect is the kind's to say.
/// </summary>
public interface IRecordedOperation
{
    /// <summary>Counts the object's writes from 1.</summary>
    long Sequence { get; }

    /// <summary>What is called.</summary>
    OperationVerb Verb { get; }

    /// <summary>What it is called on; null for a creation, and where the object's own field says it.</summary>
    string? Target { get; }

    /// <summary>What is called, for example <c>Add</c>. Stable: part of the token.</summary>
    string VerbName { get; }

    /// <summary>What is called with, one text for each item, in a fixed order. Stable: part of the token.</summary>
    IReadOnlyList<string> Payload { get; }

    /// <summary>The idempotence token of every attempt, at most 64 ASCII characters (API page, ClientToken).</summary>
    string ClientToken { get; }

    /// <summary>When the latest attempt was recorded.</summary>
    DateTimeOffset StartedAt { get; }

    /// <summary>When the first attempt was recorded.</summary>
    DateTimeOffset FirstStartedAt { get; }

    /// <summary>The process that made the latest attempt.</summary>
    string Holder { get; }

    /// <summary>Attempts with this token, from 1.</summary>
    int Attempts { get; }

    /// <summary>When the cloud accepted the write; null while the outcome is unknown.</summary>
    DateTimeOffset? AcceptedAt { get; }
}
