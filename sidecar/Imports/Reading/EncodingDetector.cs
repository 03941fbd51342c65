using System.Buffers;
using System.Text;

namespace Connector.Imports.Reading;

/// <summary>
/// Finds out how the text of a file is written while its bytes go by. A few bad bytes do not make it another encoding: what is UTF-8 by
/// chance is rare, and a file that was put together of others has such bytes.
/// </summary>
internal sealed class EncodingDetector
{
    private const int Enough = 512, GoodForEachBad = 4;

    private byte[] _cut = [];
    private string? _byBeginning;
    private bool _hasBegun;
    private long _good, _bad;

    public string Name => _byBeginning
        ?? (Bad == 0 || _good > GoodForEachBad * Bad ? TextEncodings.Utf8 : TextEncodings.Windows);

    private long Bad => _bad + _cut.Length;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (!_hasBegun) (_hasBegun, _byBeginning) = (true, ByBeginning(bytes));
        if (_byBeginning is null) Count(_cut.Length > 0 ? [.. _cut, .. bytes] : bytes);
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        _cut = [];
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var next)
        {
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                _cut = bytes.ToArray();
                return;
            }

            if (status == OperationStatus.Done) _good++;
            else _bad += length;
            bytes = bytes[length..];
        }
    }

    // Without a mark at the beginning UTF-16 shows by its zeros: most texts have more of ASCII than of all the rest.
    private static string? ByBeginning(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return TextEncodings.Utf8;
        if (bytes is [0xFF, 0xFE, ..]) return TextEncodings.Utf16;
        if (bytes is [0xFE, 0xFF, ..]) return TextEncodings.Utf16BigEndian;

        var some = bytes[..(Math.Min(bytes.Length, Enough) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < some.Length; i += 2)
        {
            if (some[i] == 0) even++;
            if (some[i + 1] == 0) odd++;
        }

        var most = some.Length / 4;
        return some.Length < 4 ? null
            : odd > most && even < odd / 8 + 1 ? TextEncodings.Utf16
            : even > most && odd < even / 8 + 1 ? TextEncodings.Utf16BigEndian
            : null;
    }
}
