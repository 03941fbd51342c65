using Connector.Storage;

namespace Connector.Imports.Store;

/// <summary>Reads the packed bytes of a file, piece by piece.</summary>
internal sealed class PieceReader(Database database, string importId) : Stream
{
    private ReadOnlyMemory<byte> _piece;
    private long _number;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_piece.IsEmpty) _piece = Next();
        var taken = Math.Min(buffer.Length, _piece.Length);
        _piece.Span[..taken].CopyTo(buffer);
        _piece = _piece[taken..];
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // The database is read on the caller's thread anyway.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] Next()
    {
        var number = _number;
        var piece = database.Read(sql => sql.Find<byte[]>(
            "select bytes from import_pieces where import_id = @importId and number = @number", new { importId, number }));
        if (piece is not null) _number++;
        return piece ?? [];
    }
}
