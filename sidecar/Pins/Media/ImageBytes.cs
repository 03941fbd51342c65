using Connector.Assets;
using Connector.Http;

namespace Connector.Pins.Media;

/// <summary>Turns <c>image_base64</c> into bytes that Pinterest takes, or says why it would not.</summary>
internal sealed class ImageBytes(ImageConverter converter)
{
    private const string Field = "image_base64";

    public async Task<(PinImage Image, IReadOnlyList<Check> Checks)> ReadAsync(
        string base64, string? declaredType, bool converts, CancellationToken cancellation)
    {
        var given = Decode(base64);
        var facts = MediaReader.Read(new MemoryStream(given));
        if (facts.Format.Kind == MediaKind.Video && facts.Format.IsTaken)
            throw Problems.Invalid(Field, $"is a video ({facts.Format.Name}). Send it to POST /v1/assets, and give its id as asset_id.");

        var (bytes, image) = await converter.CheckAsync(given, facts, converts, cancellation);
        if (image.Checks.FirstOrDefault(check => check.HasFailed) is { } failed) throw AssetProblems.Refused(failed, Field);

        var type = facts.Format.ContentType!;
        if (declaredType is not null && !declaredType.Equals(type, StringComparison.OrdinalIgnoreCase))
            throw Problems.Invalid("image_content_type", $"says {declaredType}, but the bytes are {type}. Leave it out, or correct it.");
        return (new PinImage { ContentType = image.Facts.Format.ContentType!, Bytes = bytes }, image.Checks);
    }

    private static byte[] Decode(string base64)
    {
        var data = base64.AsSpan(PrefixLength(base64));
        var bytes = new byte[data.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64Chars(data, bytes, out var written) || written == 0)
            throw Problems.Invalid(Field, "is not valid base64. Use the standard alphabet with padding; a data: prefix is fine.");
        return bytes.AsSpan(0, written).ToArray();
    }

    private static int PrefixLength(string base64) =>
        base64.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? base64.IndexOf(',', StringComparison.Ordinal) + 1 : 0;
}
