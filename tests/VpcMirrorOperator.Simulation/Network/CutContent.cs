using System.Net;

namespace VpcMirrorOperator.Simulation.Network;

/// <summary>A body whose connection ends half way: the status line was good, reading the rest fails.</summary>
internal sealed class CutContent(byte[] whole) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        stream.Write(whole, 0, whole.Length / 2);
        return Task.FromException(TransportErrors.EndedEarly());
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromException<Stream>(TransportErrors.EndedEarly());

    protected override bool TryComputeLength(out long length)
    {
        length = whole.Length;
        return true;
    }
}
