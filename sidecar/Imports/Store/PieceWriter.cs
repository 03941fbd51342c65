using Connector.Storage;

namespace Connector.Imports.Store;

/// <summary>Takes packed bytes and stores them in pieces: no more than one of them is in memory.</summary>
internal sealed class PieceWriter(Database database, string workspaceId, string importId, TimeProvider clock) : Stream
{
    private readonly byte[] _piece = new byte[256 * 1024];
    private int _filled;
    private long _number;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var taken = Math.Min(buffer.Length, _piece.Length - _filled);
            buffer[..taken].CopyTo(_piece.AsMemory(_filled));
            _filled += taken;
            buffer = buffer[taken..];
            if (_filled == _piece.Length) await StoreAsync();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Stores what is left.</summary>
    public async Task CompleteAsync()
    {
        if (_filled > 0) await StoreAsync();
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task StoreAsync()
    {
        var bytes = _piece.AsSpan(0, _filled).ToArray();
        var (number, now) = (_number++, clock.GetUtcNow());
        _filled = 0;
        await database.WriteAsync(sql => sql.Execute(
            """
            insert into import_pieces (workspace_id, import_id, number, bytes, received_at)
            values (@workspaceId, @importId, @number, @bytes, @now)
            """,
            new { workspaceId, importId, number, bytes, now }));
    }
}
