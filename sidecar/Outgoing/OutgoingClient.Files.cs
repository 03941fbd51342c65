using System.Net;
using Connector.Outgoing.Transfer;

namespace Connector.Outgoing;

/// <content>Files, which are too large to be an answer's text.</content>
internal sealed partial class OutgoingClient
{
    private const int MostRedirects = 5;

    /// <summary>
    /// Requests a file and returns its bytes as they arrive. Redirects are followed, because file hosts use them; each is checked like the
    /// first address.
    /// </summary>
    /// <exception cref="OutgoingException">There was no answer.</exception>
    public Task<OutgoingFile> OpenAsync(string url, string accept, TimeSpan time, CancellationToken cancellation) =>
        OpenAsync(url, accept, null, time, cancellation);

    /// <summary>The same for a file that is known already: unchanged, it is answered with 304 and without bytes.</summary>
    public async Task<OutgoingFile> OpenAsync(
        string url, string accept, KnownFile? known, TimeSpan time, CancellationToken cancellation)
    {
        var deadline = new Deadline(time, clock, cancellation);
        var isMovedForGood = true;
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                EnsureAllowed(url);
                var uri = new Uri(url);
                var response = await GetAsync(uri, accept, known, deadline);
                if (Redirect(response, uri) is not { } next)
                    return await OutgoingFile.OfAsync(uri, redirects, isMovedForGood && redirects > 0, response, deadline);

                isMovedForGood &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;

                response.Dispose();
                if (redirects == MostRedirects)
                    throw new OutgoingException($"{uri.Authority} redirects more than {MostRedirects} times; give the file's own address.");
                url = next;
            }
        }
        catch
        {
            deadline.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> GetAsync(Uri uri, string accept, KnownFile? known, Deadline deadline)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri) { Headers = { { "User-Agent", UserAgent }, { "Accept", accept } } };
        // As they were given: not every server writes what the rules allow.
        if (known?.ETag is { } etag) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (known?.LastModified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        try
        {
            return await _http.SendAsync(request, deadline.Token);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            throw deadline.Explain(failed, uri);
        }
    }

    private static string? Redirect(HttpResponseMessage response, Uri from) => response.StatusCode switch
    {
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect
            or HttpStatusCode.PermanentRedirect
            when response.Headers.Location is { } location => new Uri(from, location).AbsoluteUri,
        _ => null,
    };
}
