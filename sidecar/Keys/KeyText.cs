using Connector.Common;

namespace Connector.Keys;

/// <summary>The secret text of an API key and the hash that stands for it in the database.</summary>
internal static class KeyText
{
    public const string Prefix = "pck_";

    public static string New() => Prefix + SecretText.New();

    public static string Hash(string key) => SecretText.Hash(key);
}
