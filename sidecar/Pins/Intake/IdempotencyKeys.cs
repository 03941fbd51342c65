using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Http;

namespace Connector.Pins.Intake;

/// <summary>Compares a repeated request with the first one of its idempotency key.</summary>
internal static class IdempotencyKeys
{
    // Nulls are left out, so that a field added later does not change the hash of older requests.
    private static readonly JsonSerializerOptions Canonical =
        new(Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

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
