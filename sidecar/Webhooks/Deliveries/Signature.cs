using StandardWebhooks;

namespace Connector.Webhooks.Deliveries;

/// <summary>
/// Signatures by Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
/// </summary>
internal static class Signature
{
    /// <summary>One signature per secret, separated by spaces: a receiver accepts any that it can check.</summary>
    public static string Of(string id, long timestamp, string body, IEnumerable<string> secrets)
    {
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(timestamp);
        return string.Join(' ', secrets.Select(secret => new StandardWebhook(secret).Sign(id, sentAt, body)));
    }
}
