using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

internal sealed class CountingNonces : INonceSource
{
    private int _count;

    public string Create() => $"nonce{++_count}";
}

internal sealed class FixedNonce(string nonce) : INonceSource
{
    public string Create() => nonce;
}
