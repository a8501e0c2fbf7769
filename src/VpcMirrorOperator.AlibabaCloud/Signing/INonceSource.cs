namespace VpcMirrorOperator.AlibabaCloud.Signing;

/// <summary>
/// Creates texts that never repeat; each attempt of a call needs a fresh one (the cloud answers
/// <c>SignatureNonceUsed</c> otherwise). Injected so that tests and simulations replay exactly.
/// </summary>
public interface INonceSource
{
    /// <summary>A new nonce: ASCII letters and digits, at most 64.</summary>
    string Create();
}
