using System.Net;
using System.Text;
using Connector.Tests.Support;

namespace Connector.Tests.Assets;

/// <summary>Measured over the whole process, so nothing else may run.</summary>
[CollectionDefinition(nameof(StreamingTests), DisableParallelization = true)]
[Collection(nameof(StreamingTests))]
public sealed class StreamingTests
{
    private const int FileBytes = 64 * 1024 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Memory_does_not_grow_with_the_file(bool isForm)
    {
        // On Kestrel: what its sockets allocate is measured too.
        await using var app = await RunningConnector.StartAsync();
        await app.GivenAsync(SampleMedia.Movie());
        using var content = Content(isForm);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (status, video) = await app.Admin.GiveAsync(content);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.True(status == HttpStatusCode.Created, video.ToJsonString());
        Assert.InRange((long)video["bytes"]!, FileBytes, FileBytes + 10_000);
        Assert.InRange(allocated, 0, FileBytes / 4);
    }

    private static StreamContent Content(bool isForm)
    {
        byte[] start = [.. SampleMedia.FileType(), .. SampleMedia.Index(new Film()), .. SampleMedia.Box("mdat", [], FileBytes + 8)];
        if (!isForm) return new StreamContent(new LongStream(start, FileBytes, []));

        // Written by hand: the framework's own form would be measured as well.
        var head = Encoding.ASCII.GetBytes("--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n\r\n");
        var form = new StreamContent(new LongStream([.. head, .. start], FileBytes, Encoding.ASCII.GetBytes("\r\n--border--\r\n")));
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=border");
        return form;
    }

    /// <summary>A beginning, very many zeros, and an end.</summary>
    private sealed class LongStream(byte[] start, int zeros, byte[] end) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => start.Length + zeros + end.Length;

        public override long Position { get => _at; set => _at = value; }

        public override int Read(Span<byte> buffer)
        {
            var read = (int)Math.Min(buffer.Length, Length - _at);
            for (var i = 0; i < read; i++, _at++)
            {
                var behind = _at - start.Length - zeros;
                buffer[i] = _at < start.Length ? start[_at] : behind >= 0 ? end[behind] : (byte)0;
            }

            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
