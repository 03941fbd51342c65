using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Simulator.State;

/// <summary>Values that look random and are always the same for the same seed.</summary>
internal static class Seeded
{
    /// <summary>18 digits, as Pinterest's ids.</summary>
    public static string Id(string seed) =>
        (100_000_000_000_000_000 + (Hash(seed) % 900_000_000_000_000_000)).ToString(CultureInfo.InvariantCulture);

    public static string Token(string prefix, string seed) =>
        $"{prefix}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))}";

    /// <summary>From 0 up to, not including, 1.</summary>
    public static double Share(string seed) => (Hash(seed) >> 11) * (1.0 / (1UL << 53));

    // FNV-1a with a final mix: analytics ask for thousands, and nothing here is a secret.
    private static ulong Hash(string seed)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in seed) hash = (hash ^ letter) * 1099511628211UL;
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9UL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebUL;
        return hash ^ (hash >> 31);
    }
}
