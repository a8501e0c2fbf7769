using VpcMirrorOperator.Emulator.Settings;


namespace VpcMirrorOperator.Emulator.State;

/// <summary>
/// Accepted calls by ClientToken. A token is scoped to account, region and action (a choice: the documentation is silent)
/// and remembered for <see cref="EmulatorSettings.TokenLifetime"/>. Refused calls and dry runs are not remembered.
/// </summary>
internal sealed class TokenLedger
{
    private readonly Dictionary<TokenKey, AcceptedCall> accepted = [];
    private readonly Queue<TokenKey> order = new();

    internal AcceptedCall? Find(TokenKey key, DateTimeOffset now, TimeSpan lifetime)
    {
        while (order.TryPeek(out var oldest) && accepted[oldest].At + lifetime < now) accepted.Remove(order.Dequeue());
        return accepted.GetValueOrDefault(key);
    }

    internal void Remember(TokenKey key, AcceptedCall call)
    {
        accepted.Add(key, call);
        order.Enqueue(key);
    }
}

/// <summary>Where a ClientToken is known. Tokens are case-sensitive.</summary>
internal readonly record struct TokenKey(string Account, string Region, string Action, string Token);

/// <summary>What is kept of an accepted call: enough to tell a replay from another use of the same token.</summary>
internal sealed record AcceptedCall(string Fingerprint, string RequestId, DateTimeOffset At);
