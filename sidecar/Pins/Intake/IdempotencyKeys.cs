using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Http;

namespace Connector.Pins.Intake;

/// <summary>Reads idempotency keys, and compares a repeated request with the first one.</summary>
internal static class IdempotencyKeys
{
    private const string Header = "Idempotency-Key";

    // Nulls are left out, so that a field added later does not change the hash of older requests.
    private static readonly JsonSerializerOptions Canonical =
        new(Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The key from the header or the body; both must agree. One that is blank counts as none.</summary>
    public static string? Read(HttpRequest http, string? inBody)
    {
        if (!http.Headers.TryGetValue(Header, out var values) || IsBlank(values.ToString())) return inBody;

        // The IETF draft writes the key as a quoted string; nearly everybody sends it bare.
        var inHeader = Unquoted(values.ToString());
        if (inHeader.Length > 255) throw Problems.Invalid("Idempotency-Key", $"has {inHeader.Length} characters; 1 to 255 are allowed.");
        if (inBody is not null && inBody != inHeader)
            throw Problems.Invalid("idempotency_key", "differs from the header Idempotency-Key; send one, or the same in both.");
        return inHeader;
    }

    /// <summary>Whether the header has a key that is blank.</summary>
    public static bool IsBlank(HttpRequest http) => http.Headers.TryGetValue(Header, out var values) && IsBlank(values.ToString());

    private static bool IsBlank(string inHeader) => string.IsNullOrWhiteSpace(Unquoted(inHeader));

    private static string Unquoted(string inHeader) => inHeader.Trim() is ['"', .. var inside, '"'] ? inside : inHeader.Trim();

    /// <summary>
    /// The hashes of a request without its key and its callback, which another run of the same workflow changes. With files there is a
    /// second hash, of their bytes: a file given again after its retention has another id. With signed addresses there is one without
    /// what signs them.
    /// </summary>
    /// <param name="request">The pin.</param>
    /// <param name="bytesOf">The hash of an asset's bytes; null when it is not here any more.</param>
    public static string HashOf(CreatePinRequest request, Func<string, string?> bytesOf)
    {
        // The texts count as they were given: how they are cleaned may change in a later version.
        var named = request is { IdempotencyKey: null, CallbackUrl: null, CleanTexts: null }
            ? request
            : request with { IdempotencyKey = null, CallbackUrl = null, CleanTexts = null };
        var meant = named is { AssetId: null, CoverAssetId: null, Carousel: null } ? named : named with
        {
            AssetId = Bytes(named.AssetId),
            CoverAssetId = Bytes(named.CoverAssetId),
            Carousel = named.Carousel?.Select(slide => slide with { AssetId = Bytes(slide.AssetId) }).ToList(),
        };
        var unsigned = RequestAddresses.Unsigned(meant);
        var first = Hash(named, request.CleanTexts);
        if (ReferenceEquals(meant, named) && ReferenceEquals(unsigned, meant)) return first;
        return string.Join(' ', new[] { first, Hash(meant, request.CleanTexts), Hash(unsigned, request.CleanTexts) }.Distinct());

        string? Bytes(string? assetId) => assetId is null ? null : bytesOf(assetId) ?? assetId;
    }

    /// <summary>Whether two hashes are of the same request.</summary>
    public static bool Agree(string one, string other) => one.Split(' ').Intersect(other.Split(' ')).Any();

    public static ProblemException Reused(string key, PinRow earlier) => new(new Problem(
        422, "idempotency_key_reused", "This idempotency key belongs to another request.",
        $"The key \"{key}\" was used for pin {earlier.Id} with different content.",
        KeyAdvice.MayBeBlank(key)
            ? "The part of the key that differs from row to row seems to be blank: check the column or expression that it comes from."
            : "Use a new key for a new pin; a good key is made from what the pin shows and where."));

    private static string Hash(CreatePinRequest request, bool? cleans)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(request, Canonical);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(cleans is true ? [.. bytes, .. "clean_texts"u8] : bytes, hash);
        return Convert.ToHexStringLower(hash);
    }
}
