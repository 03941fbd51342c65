using System.Text;

namespace Connector.Imports.Reading;

/// <summary>Finds out how the text of a file is written while its bytes go by: what is not UTF-8 anywhere is not UTF-8.</summary>
internal sealed class EncodingDetector
{
    private const int Enough = 512;

    private readonly Decoder _utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private readonly char[] _letters = new char[8 * 1024];
    private string? _byBeginning;
    private bool _hasBegun;
    private bool _isUtf8 = true;

    public string Name => _byBeginning ?? (_isUtf8 ? TextEncodings.Utf8 : TextEncodings.Windows);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (!_hasBegun) (_hasBegun, _byBeginning) = (true, ByBeginning(bytes));
        while (_byBeginning is null && _isUtf8 && !bytes.IsEmpty)
        {
            var some = bytes[..Math.Min(bytes.Length, _letters.Length - 4)];
            bytes = bytes[some.Length..];
            _isUtf8 = IsUtf8(some);
        }
    }

    private bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _utf8.GetChars(bytes, _letters, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // Without a mark at the beginning UTF-16 shows by its zeros: most texts have more of ASCII than of all the rest.
    private static string? ByBeginning(ReadOnlySpan<byte> bytes)
    {
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
