using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Storage.Moving;

/// <summary>
/// What is in a table: how many rows, and a hash of them that does not depend on their order, so that neither side has to sort.
/// </summary>
internal sealed class TableContent : IDisposable
{
    private readonly IncrementalHash _row = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ulong[] _sum = new ulong[4];

    public long Rows { get; private set; }

    /// <summary>Adds a row; its values are null, text, whole numbers and bytes.</summary>
    public void Add(ReadOnlySpan<object?> row)
    {
        foreach (var value in row) Append(value);
        Span<byte> hash = stackalloc byte[32];
        _row.GetHashAndReset(hash);
        for (var part = 0; part < _sum.Length; part++) _sum[part] += BinaryPrimitives.ReadUInt64LittleEndian(hash[(part * 8)..]);
        Rows++;
    }

    public bool IsSameAs(TableContent other) => Rows == other.Rows && _sum.AsSpan().SequenceEqual(other._sum);

    public void Dispose() => _row.Dispose();

    // With its kind and its length, so that no two rows look alike.
    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                Append('-', 0, default);
                break;
            case string text:
                Append('t', text.Length, Encoding.UTF8.GetBytes(text));
                break;
            case byte[] bytes:
                Append('b', bytes.Length, bytes);
                break;
            default:
                Append('n', (long)value, default);
                break;
        }
    }

    private void Append(char kind, long number, ReadOnlySpan<byte> bytes)
    {
        Span<byte> start = stackalloc byte[9];
        start[0] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(start[1..], number);
        _row.AppendData(start);
        _row.AppendData(bytes);
    }
}
