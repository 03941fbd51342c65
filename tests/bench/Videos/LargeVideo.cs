using System.Net;
using Connector.Tests.Support;

namespace Connector.Bench.Videos;

/// <summary>A video of any size: a valid index, and padding behind it that players skip. Each size is another file.</summary>
internal sealed class LargeVideo(long size) : HttpContent
{
    private static readonly byte[] Start = SampleMedia.Movie(), Piece = new byte[256 * 1024];

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(Start);
        await stream.WriteAsync(SampleMedia.Box("free", [], (uint)(size - Start.Length)));
        for (var left = size - Start.Length - 8; left > 0; left -= Piece.Length)
            await stream.WriteAsync(Piece.AsMemory(0, (int)Math.Min(left, Piece.Length)));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return true;
    }
}
