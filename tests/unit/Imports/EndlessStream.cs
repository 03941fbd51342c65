using System.Text;

namespace Connector.Tests.Imports;

/// <summary>A file that never ends: a beginning, and then the same again and again.</summary>
internal sealed class EndlessStream(string beginning, string again) : Stream
{
    private readonly byte[] _again = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, 1024)));
    private byte[] _rest = Encoding.UTF8.GetBytes(beginning);

    /// <summary>How many bytes of it were read.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_rest.Length == 0) _rest = _again;
        var taken = Math.Min(buffer.Length, _rest.Length);
        _rest.AsSpan(0, taken).CopyTo(buffer);
        _rest = _rest[taken..];
        Given += taken;
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
