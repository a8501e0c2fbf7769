using VpcMirrorOperator.Emulator.Settings;


namespace VpcMirrorOperator.Emulator.State;

/// <summary>
/// Accepted calls by ClientToken. A token is scoped to account, region and action (a choice: the documentation is silent)
/// and remembered for <see cref="EmulatorSettings.TokenLifetime"/>. Refused calls and dry runs are not remembered.
/// </summary>
internal sealed class TokenLedger
{
    private readonly Dictionary<TokenKey, AcceptedCall> _accepted = [];
    private readonly Queue<TokenKey> _order = new();

    internal AcceptedCall? Find(TokenKey key, DateTimeOffset now, TimeSpan lifetime)
    {
        while (_order.TryPeek(out var oldest) && _accepted[oldest].At + lifetime < now) _accepted.Remove(_order.Dequeue());
        return _accepted.GetValueOrDefault(key);
    }

    internal void Remember(TokenKey key, AcceptedCall call)
    {
        _accepted.Add(key, call);
        _order.Enqueue(key);
    }
}

/// <summary>Where a ClientToken is known. Tokens are case-sensitive.</summary>
internal readonly record struct TokenKey(string Account, string Region, string Action, string Token);

/// <summary>What is kept of an accepted call: enough to tell a replay from another use of the same token, and to
/// answer it.</summary>
internal sealed record AcceptedCall(string Fingerprint, string RequestId, DateTimeOffset At, Func<string, byte[]> Body);
