using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.TestSupport.Cloud;

/// <summary>Nonces that never repeat within one process, and are the same in every run.</summary>
/// <param name="prefix">What they start with.</param>
public sealed class CountingNonces(string prefix = "nonce") : INonceSource
{
    private int _count;

    public string Create() => $"{prefix}{++_count}";
}
