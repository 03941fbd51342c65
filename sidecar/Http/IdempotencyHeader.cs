namespace Connector.Http;

/// <summary>The idempotency key of a request, which is in a header or in a field of it.</summary>
internal static class IdempotencyHeader
{
    private const string Name = "Idempotency-Key";

    /// <summary>The key from the header or the body; both must agree. One that is blank counts as none.</summary>
    public static string? Read(HttpRequest http, string? inBody)
    {
        if (!http.Headers.TryGetValue(Name, out var values) || IsBlank(values.ToString())) return inBody;

        // The IETF draft writes the key as a quoted string; nearly everybody sends it bare.
        var inHeader = Unquoted(values.ToString());
        if (inHeader.Length > 255) throw Problems.Invalid(Name, $"has {inHeader.Length} characters; 1 to 255 are allowed.");
        if (inBody is not null && inBody != inHeader)
            throw Problems.Invalid("idempotency_key", "differs from the header Idempotency-Key; send one, or the same in both.");
        return inHeader;
    }

    /// <summary>Whether the header has a key that is blank.</summary>
    public static bool IsBlank(HttpRequest http) => http.Headers.TryGetValue(Name, out var values) && IsBlank(values.ToString());

    private static bool IsBlank(string inHeader) => string.IsNullOrWhiteSpace(Unquoted(inHeader));

    private static string Unquoted(string inHeader) => inHeader.Trim() is ['"', .. var inside, '"'] ? inside : inHeader.Trim();
}
