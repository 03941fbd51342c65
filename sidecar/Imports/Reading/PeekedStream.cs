namespace Connector.Imports.Reading;

/// <summary>A stream whose beginning is looked at before it is read.</summary>
internal sealed class PeekedStream(Stream inner) : Stream
{
    private static readonly byte[] Blank = [0xEF, 0xBB, 0xBF, .. " \t\r\n"u8];

    private byte[] _seen = [];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Its first bytes, as many as there are up to a number.</summary>
    public async Task<byte[]> BeginningAsync(int most, CancellationToken cancellation)
    {
        var some = new byte[most];
        var length = await inner.ReadAtLeastAsync(some, most, throwOnEndOfStream: false, cancellation);
        return _seen = some[..length];
    }

    /// <summary>The first that is no blank and no byte order mark; a blank when there is none at the beginning.</summary>
    public char FirstSign()
    {
        var some = new byte[256];
        var length = inner.ReadAtLeast(some, some.Length, throwOnEndOfStream: false);
        _seen = some[..length];
        return (char)_seen.FirstOrDefault(sign => !Blank.Contains(sign));
    }

    public override int Read(Span<byte> buffer)
    {
        if (_seen.Length == 0) return inner.Read(buffer);

        var taken = Math.Min(buffer.Length, _seen.Length);
        _seen.AsSpan(0, taken).CopyTo(buffer);
        _seen = _seen[taken..];
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _seen.Length > 0 ? ValueTask.FromResult(Read(buffer.Span)) : inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
