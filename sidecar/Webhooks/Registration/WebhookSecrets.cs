using System.Security.Cryptography;
using Connector.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Webhooks.Registration;

/// <summary>Encrypts the secrets of webhooks for the database and decrypts them; each is bound to its webhook.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    // Standard Webhooks asks for 24 to 64: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
    private const int Bytes = 32;

    public static string New() => SigningSecret.Text(RandomNumberGenerator.GetBytes(Bytes));

    public string Seal(string webhookId, string secret) => For(webhookId).Protect(secret);

    public string Open(string webhookId, string sealedSecret) => For(webhookId).Unprotect(sealedSecret);

    private IDataProtector For(string webhookId) => protection.CreateProtector("Connector.Webhooks", "secret", webhookId);
}
