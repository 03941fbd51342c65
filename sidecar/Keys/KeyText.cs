using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Keys;

/// <summary>The secret text of an API key and the hash that stands for it in the database.</summary>
internal static class KeyText
{
    public const string Prefix = "pck_";

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <remarks>A plain hash is enough for 32 random bytes: they cannot be guessed.</remarks>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
