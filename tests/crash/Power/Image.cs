namespace Connector.Crash.Power;

/// <summary>The bytes of a file, which grow and are overwritten cheaply.</summary>
internal sealed class Image
{
    private byte[] _bytes = [];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Write(long at, ReadOnlySpan<byte> bytes)
    {
        var end = (int)at + bytes.Length;
        if (end > _length) Resize(end);
        bytes.CopyTo(_bytes.AsSpan((int)at));
    }

    /// <summary>What is beyond the old end is zero.</summary>
    public void Resize(long length)
    {
        if (length > _bytes.Length) Array.Resize(ref _bytes, Math.Max((int)length, 2 * _bytes.Length));
        if (length < _length) _bytes.AsSpan((int)length, _length - (int)length).Clear();
        _length = (int)length;
    }

    public Image Copy() => new() { _bytes = Bytes.ToArray(), _length = _length };
}
