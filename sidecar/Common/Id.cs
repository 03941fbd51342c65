using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Connector.Common;

/// <summary>Identifiers: a prefix and 26 characters of Crockford base32 over a version-7 UUID, so that they sort by age.</summary>
internal static class Id
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly Lock Gate = new();
    private static long _lastTick;

    /// <summary>A new id; later calls in this process sort after earlier ones, whatever the clock does.</summary>
    public static string New(string prefix, DateTimeOffset now)
    {
        Span<byte> uuid = stackalloc byte[16];
        RandomNumberGenerator.Fill(uuid[8..]);
        var tick = NextTick(now);
        BinaryPrimitives.WriteUInt64BigEndian(uuid, (ulong)(tick >> 12 << 16 | 0x7000 | (tick & 0xFFF)));
        uuid[8] = (byte)(0x80 | uuid[8] & 0x3F);
        return prefix + Encode(uuid);
    }

    /// <summary>What ids that were made from then on sort after.</summary>
    public static string First(string prefix, DateTimeOffset then)
    {
        Span<byte> uuid = stackalloc byte[16];
        uuid.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(uuid, (ulong)then.ToUnixTimeMilliseconds() << 16);
        return prefix + Encode(uuid);
    }

    /// <summary>Sees to it that later ids sort after this one, which an earlier process made, perhaps by another clock.</summary>
    public static void ContinueAfter(string id)
    {
        var tick = Tick(id.AsSpan(id.IndexOf('_', StringComparison.Ordinal) + 1));
        lock (Gate) _lastTick = Math.Max(_lastTick, tick);
    }

    // RFC 9562 §6.2 method 1: 12 bits behind the millisecond count what falls into the same one.
    private static long NextTick(DateTimeOffset now)
    {
        var tick = now.ToUnixTimeMilliseconds() << 12;
        lock (Gate) return _lastTick = Math.Max(tick, _lastTick + 1);
    }

    // The inverse: 48 bits of milliseconds, 4 of version, 12 of counter, and 64 that do not matter.
    private static long Tick(ReadOnlySpan<char> text)
    {
        UInt128 value = 0;
        foreach (var character in text) value = value << 5 | (uint)Alphabet.IndexOf(character, StringComparison.Ordinal);
        var high = (ulong)(value >> 64);
        return (long)(high >> 16 << 12 | high & 0xFFF);
    }

    private static string Encode(ReadOnlySpan<byte> uuid)
    {
        var value = BinaryPrimitives.ReadUInt128BigEndian(uuid);
        Span<char> text = stackalloc char[26];
        for (var i = 25; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(value & 31)];
            value >>= 5;
        }

        return new string(text);
    }
}
