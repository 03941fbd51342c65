using Amazon.S3.Model;
using Connector.Common;

namespace Connector.Assets.S3;

/// <summary>A file in the store, read while it comes, from whatever position is asked for.</summary>
internal sealed class S3ReadStream(S3Client store, string key, long length) : Stream
{
    private GetObjectResponse? _answer;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.Length == 0) return 0;
        var read = await store.AskAsync(async client =>
        {
            _answer ??= await client.GetObjectAsync(
                new GetObjectRequest { BucketName = store.Bucket, Key = key, ByteRange = new ByteRange(_position, length - 1) },
                cancellationToken);
            return await _answer.ResponseStream.ReadAsync(buffer, cancellationToken);
        }, cancellationToken);
        _position += read;
        return read > 0 ? read : throw new StorageUnavailableException("The file store ended a file before its end.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            _ => length,
        };
        if (position == _position) return position;

        Close(ref _answer);
        return _position = position;
    }

    /// <summary>The answer comes over the network: nothing may wait for it with a thread.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close(ref _answer);
        base.Dispose(disposing);
    }

    private static void Close(ref GetObjectResponse? answer)
    {
        answer?.Dispose();
        answer = null;
    }
}
