namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Goes over the ids of a <see cref="SourceIdSet"/> without making strings.</summary>
internal ref struct SourceIdBytes(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The id at which it stands.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly SourceIdBytes GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest.IsEmpty) return false;
        Current = _rest.Slice(1, _rest[0]);
        _rest = _rest[(1 + _rest[0])..];
        return true;
    }
}
