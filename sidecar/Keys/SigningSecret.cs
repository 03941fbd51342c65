namespace Connector.Keys;

/// <summary>A secret that signs, in the form of Standard Webhooks: <c>whsec_</c> and base64 of 24 to 64 bytes.</summary>
internal static class SigningSecret
{
    private const string Prefix = "whsec_";
    private const int Fewest = 24, Most = 64;

    public static string Text(byte[] bytes) => Prefix + Convert.ToBase64String(bytes);

    /// <summary>The bytes; null when the text is no such secret.</summary>
    public static byte[]? Bytes(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length) && length is >= Fewest and <= Most
            ? bytes[..length]
            : null;
    }
}
