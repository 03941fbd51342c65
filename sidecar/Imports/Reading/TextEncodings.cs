using System.Text;

namespace Connector.Imports.Reading;

/// <summary>The encodings that texts of a file may have.</summary>
internal static class TextEncodings
{
    public const string Utf8 = "utf-8", Utf16 = "utf-16", Utf16BigEndian = "utf-16be", Windows = "windows-1252";

    /// <summary>Makes the encodings known that a feed may say it has, such as windows-1251 or Shift_JIS.</summary>
    public static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <remarks>What is wrong with a text after all becomes U+FFFD, and is seen there.</remarks>
    public static Encoding Of(string name) => name switch
    {
        Utf16 => Encoding.Unicode,
        Utf16BigEndian => Encoding.BigEndianUnicode,
        Windows => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };
}
