using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Connector.Webhooks.Events;

/// <summary>What an event says, packed for its row: with a dictionary of what all pins have, a quarter of it is left.</summary>
/// <remarks>
/// Deflate, whose window begins with the dictionary; the framework has no call for that: https://www.rfc-editor.org/rfc/rfc1951
/// </remarks>
internal static class PackedData
{
    // Events are read with it for as long as they are kept, so it is never changed: another one takes the next number.
    private const byte Number = 1;

    private static readonly byte[] Dictionary = Encoding.UTF8.GetBytes(
        "{\"account\":{\"id\":\"acc_\",\"name\":\"\",\"status\":\"active\"}}"
        + "\"published\"\"failed\"\"unconfirmed\"\"canceled\"\"awaiting_approval\"\"video\"\"carousel\"true.png"
        + "{\"pin\":{\"id\":\"pin_01m\",\"account_id\":\"acc_01m\",\"simulated\":false,\"status\":\"published\",\"media_type\":\"image\","
        + "\"media_url\":\"https://cdn.\",\"asset_id\":null,\"carousel\":null,\"cover_image_url\":null,\"cover_asset_id\":null,"
        + "\"cover_time_seconds\":null,\"board_id\":\"\",\"board_section_id\":null,\"title\":\"\",\"description\":\"\",\"alt_text\":\"\","
        + "\"link_url\":\"https://www.\",\"dominant_color\":null,\"publish_at\":null,\"priority\":0,\"pinterest_pin_id\":\"\","
        + "\"pinterest_url\":\"https://www.pinterest.com/pin//\",\"idempotency_key\":null,\"attempt_count\":1,\"waiting_for\":null,"
        + "\"eta\":null,\"error_code\":null,\"error_message\":null,\"error_remediation\":null,\"retryable\":null,\"metadata\":{},"
        + "\"chosen_by\":null,\"approved_by\":null,\"approved_at\":null,\"created_at\":\"2026-\",\"updated_at\":\"2026-\","
        + "\"published_at\":\"2026-\",\"warnings\":null}}");

    // The dictionary as a block that is not compressed, as every packer of this format may write it: 0 (stored), its length, and the
    // length's complement.
    private static readonly byte[] DictionaryBlock = Stored(Dictionary);

    public static byte[] Pack(string data)
    {
        using var packed = new MemoryStream(4096);
        int begin;
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(Dictionary);
            deflate.Flush();
            begin = (int)packed.Length;
            deflate.Write(Encoding.UTF8.GetBytes(data));
        }

        return [Number, .. packed.GetBuffer().AsSpan(begin, (int)packed.Length - begin)];
    }

    public static string Unpack(byte[] packed)
    {
        if (packed[0] != Number) throw new InvalidDataException($"The event is packed with dictionary {packed[0]}, which is not known.");

        using var whole = new MemoryStream([.. DictionaryBlock, .. packed.AsSpan(1)]);
        using var inflate = new DeflateStream(whole, CompressionMode.Decompress);
        using var text = new MemoryStream(4096);
        inflate.CopyTo(text);
        return Encoding.UTF8.GetString(text.GetBuffer(), Dictionary.Length, (int)text.Length - Dictionary.Length);
    }

    private static byte[] Stored(byte[] bytes)
    {
        var block = new byte[5 + bytes.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(1), (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(3), (ushort)~bytes.Length);
        bytes.CopyTo(block, 5);
        return block;
    }
}
