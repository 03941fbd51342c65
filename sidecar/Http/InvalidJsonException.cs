using System.Text.Json;

namespace Connector.Http;

/// <summary>A value in a request's JSON that is not allowed, in our own words.</summary>
internal class InvalidJsonException(string advice, string? path = null) : JsonException(advice, path, null, null);

/// <summary>A list in a request holds null.</summary>
internal sealed class NullItemException(int index) : InvalidJsonException("must not be null; leave it out of the list.")
{
    public int Index { get; } = index;
}
