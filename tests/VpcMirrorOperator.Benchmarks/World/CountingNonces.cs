using System.Globalization;
using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>Nonces that never repeat within one process.</summary>
internal sealed class CountingNonces(string process) : INonceSource
{
    private int _count;

    public string Create() => string.Create(CultureInfo.InvariantCulture, $"{process}{++_count:00000000}");
}
