namespace Connector.Tests.Support;

/// <summary>A file of any size that is nowhere: its bytes are made as they are read.</summary>
public sealed class SampleStream(long length) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    /// <summary>Called before each read.</summary>
    public Action OnRead { get; init; } = () => { };

    public override int Read(Span<byte> buffer)
    {
        OnRead();
        var read = (int)Math.Min(buffer.Length, length - Position);
        for (var i = 0; i < read; i++) buffer[i] = (byte)((Position + i) * 31 >> 3);
        Position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();
}
