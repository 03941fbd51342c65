using System.Buffers.Binary;

namespace Connector.Tests.Support;

/// <summary>Images that are only as much image as their headers.</summary>
public static class SampleImages
{
    public static byte[] Png(int width = 1000, int height = 1500)
    {
        byte[] bytes = [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }

    /// <summary>Start, one application segment, fill byte, start of frame.</summary>
    public static byte[] Jpeg(int width = 1000, int height = 1500)
    {
        byte[] bytes = [0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0, 0xff, 0xd9];
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(16), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(18), (ushort)width);
        return bytes;
    }
}
