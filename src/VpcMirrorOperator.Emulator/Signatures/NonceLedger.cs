namespace VpcMirrorOperator.Emulator.Signatures;

/// <summary>
/// The nonces of accepted signatures, kept as long as the date of their request could still be accepted. Later ones are
/// refused for their date, so forgetting is safe.
/// </summary>
internal sealed class NonceLedger
{
    private readonly HashSet<(string Key, string Nonce)> _used = [];
    private readonly Queue<((string Key, string Nonce) Entry, DateTimeOffset Expires)> _order = new();

    internal bool TryUse(string accessKeyId, string nonce, DateTimeOffset now, TimeSpan clockSkewTolerance)
    {
        while (_order.TryPeek(out var oldest) && oldest.Expires < now) _used.Remove(_order.Dequeue().Entry);
        if (!_used.Add((accessKeyId, nonce))) return false;
        _order.Enqueue(((accessKeyId, nonce), now + 2 * clockSkewTolerance));
        return true;
    }
}
