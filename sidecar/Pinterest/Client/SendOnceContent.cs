using System.Net;
using System.Net.Http.Headers;

namespace Connector.Pinterest.Client;

/// <summary>
/// A body that records when its sending starts and refuses a second time: a request is sent at most once, and whether it was is known.
/// </summary>
internal sealed class SendOnceContent : HttpContent
{
    private readonly byte[] _body;
    private readonly Func<bool>? _mayBegin;
    private int _begun;

    /// <param name="body">The body.</param>
    /// <param name="contentType">What it is.</param>
    /// <param name="mayBegin">Asked as late as possible, when the body would be sent.</param>
    public SendOnceContent(byte[] body, string contentType, Func<bool>? mayBegin = null)
    {
        (_body, _mayBegin) = (body, mayBegin);
        Headers.ContentType = new MediaTypeHeaderValue(contentType);
    }

    public bool Begun => Volatile.Read(ref _begun) != 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_mayBegin?.Invoke() == false) throw new HttpRequestException("This request may not be sent any more.");
        if (Interlocked.Exchange(ref _begun, 1) != 0) throw new HttpRequestException("This request was sent before and is not sent again.");
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
