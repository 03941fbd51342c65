using System.Net.Http.Headers;
using Connector.Outgoing.Transfer;

namespace Connector.Outgoing;

/// <summary>A file that is being received.</summary>
internal sealed class OutgoingFile : IDisposable
{
    private const int LongestHeader = 500;

    private readonly HttpResponseMessage _response;
    private readonly Deadline _deadline;

    private OutgoingFile(Uri uri, int redirects, bool isMovedForGood, HttpResponseMessage response, Stream body, Deadline deadline)
    {
        (_response, _deadline) = (response, deadline);
        MovedTo = isMovedForGood ? uri.AbsoluteUri : null;
        (Host, Redirects, Body) = (uri.Authority, redirects, new OutgoingBody(body, uri, deadline));
    }

    /// <summary>Who sends it, after all redirects.</summary>
    public string Host { get; }

    /// <summary>How many redirects were followed.</summary>
    public int Redirects { get; }

    /// <summary>Where the file lies now, when every redirect said that it has moved there for good.</summary>
    public string? MovedTo { get; }

    /// <summary>What the sender says of this version of the file; null when it says nothing, or what is too long to be kept.</summary>
    public KnownFile Known => new(Header("ETag"), Header("Last-Modified"));

    /// <summary>When the sender asks to be called again.</summary>
    public RetryConditionHeaderValue? RetryAfter => _response.Headers.RetryAfter;

    /// <summary>HTTP status.</summary>
    public int Status => (int)_response.StatusCode;

    /// <summary>The length that the sender announced; null when it announced none.</summary>
    public long? Length => _response.Content.Headers.ContentLength;

    /// <summary>Its bytes; a read throws <see cref="OutgoingException"/> when they end too early.</summary>
    public Stream Body { get; }

    public static async Task<OutgoingFile> OfAsync(
        Uri uri, int redirects, bool isMovedForGood, HttpResponseMessage response, Deadline deadline) =>
        new(uri, redirects, isMovedForGood, response, await response.Content.ReadAsStreamAsync(deadline.Token), deadline);

    public void Dispose()
    {
        _response.Dispose();
        _deadline.Dispose();
    }

    private string? Header(string name) =>
        (_response.Headers.NonValidated.TryGetValues(name, out var values)
            || _response.Content.Headers.NonValidated.TryGetValues(name, out values))
        && values.ToString() is { Length: > 0 and <= LongestHeader } text
            ? text
            : null;
}

/// <summary>Which version of a file is known already, in the words of whoever sent it.</summary>
internal sealed record KnownFile(string? ETag, string? LastModified);
