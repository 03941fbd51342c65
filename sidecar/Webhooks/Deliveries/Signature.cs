using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Connector.Keys;

namespace Connector.Webhooks.Deliveries;

/// <summary>Signatures by Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md</summary>
internal static class Signature
{
    /// <summary>One signature per secret, separated by spaces: a receiver accepts any that it can check.</summary>
    public static string Of(string id, long timestamp, string body, IEnumerable<string> secrets)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"));
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(SigningSecret.Bytes(secret)!, content))));
    }
}
