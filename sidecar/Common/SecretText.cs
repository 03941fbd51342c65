using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Common;

/// <summary>Random texts that whoever knows them may use, and the hashes that are kept of them.</summary>
internal static class SecretText
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <remarks>A plain hash is enough for 32 random bytes: they cannot be guessed.</remarks>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool Matches(string? hash, string? secret) => hash is not null && secret is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(secret)));
}
