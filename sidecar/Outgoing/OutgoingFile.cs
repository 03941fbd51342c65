using Connector.Outgoing.Transfer;

namespace Connector.Outgoing;

/// <summary>A file that is being received.</summary>
internal sealed class OutgoingFile : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly Deadline _deadline;

    private OutgoingFile(Uri uri, int redirects, HttpResponseMessage response, Stream body, Deadline deadline)
    {
        (_response, _deadline) = (response, deadline);
        (Host, Redirects, Body) = (uri.Authority, redirects, new OutgoingBody(body, uri, deadline));
    }

    /// <summary>Who sends it, after all redirects.</summary>
    public string Host { get; }

    /// <summary>How many redirects were followed.</summary>
    public int Redirects { get; }

    /// <summary>HTTP status.</summary>
    public int Status => (int)_response.StatusCode;

    /// <summary>The length that the sender announced; null when it announced none.</summary>
    public long? Length => _response.Content.Headers.ContentLength;

    /// <summary>Its bytes; a read throws <see cref="OutgoingException"/> when they end too early.</summary>
    public Stream Body { get; }

    public static async Task<OutgoingFile> OfAsync(Uri uri, int redirects, HttpResponseMessage response, Deadline deadline) =>
        new(uri, redirects, response, await response.Content.ReadAsStreamAsync(deadline.Token), deadline);

    public void Dispose()
    {
        _response.Dispose();
        _deadline.Dispose();
    }
}
