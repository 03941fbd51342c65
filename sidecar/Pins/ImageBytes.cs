using Connector.Api;
using Connector.Assets;

namespace Connector.Pins;

/// <summary>Turns <c>image_base64</c> into bytes that Pinterest takes, or says why it would not.</summary>
internal static class ImageBytes
{
    private const string Field = "image_base64";

    public static PinImage? Read(string? base64, string? declaredType)
    {
        if (base64 is null) return null;

        var bytes = Decode(base64);
        var type = ImageFormat.Detect(bytes) ?? throw Refuse(
            "media_broken", "These bytes are no image.", "The bytes are neither JPEG nor PNG nor any other image format known.",
            "Check that the workflow sends the file's content, not its name or an error page.");
        if (!ImageFormat.IsTaken(type)) throw Refuse(
            "media_type_unsupported", "Pinterest does not take this image format.", $"The bytes are {type}; Pinterest takes JPEG and PNG.",
            "Convert the image to JPEG or PNG first.");
        if (declaredType is not null && !declaredType.Equals(type, StringComparison.OrdinalIgnoreCase))
            throw Problems.Invalid("image_content_type", $"says {declaredType}, but the bytes are {type}. Leave it out, or correct it.");

        return new PinImage { ContentType = type, Bytes = bytes };
    }

    private static byte[] Decode(string base64)
    {
        var data = base64.AsSpan(PrefixLength(base64));
        var bytes = new byte[data.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64Chars(data, bytes, out var written) || written == 0)
            throw Problems.Invalid(Field, "is not valid base64. Use the standard alphabet with padding; a data: prefix is fine.");
        if (written > PinRules.MaxImageBytes)
        {
            throw Refuse("media_too_large", "The image is too large.", $"The image has {written:N0} bytes; at most {PinRules.MaxImageBytes:N0} are taken.",
                "Make the image smaller; 1000 × 1500 pixels is what Pinterest recommends.", 413);
        }

        return bytes.AsSpan(0, written).ToArray();
    }

    private static int PrefixLength(string base64) =>
        base64.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? base64.IndexOf(',', StringComparison.Ordinal) + 1 : 0;

    private static ProblemException Refuse(string code, string title, string detail, string remediation, int status = 422) =>
        new(new Problem(status, code, title, detail, remediation) { Errors = new Dictionary<string, string[]> { [Field] = [detail] } });
}
