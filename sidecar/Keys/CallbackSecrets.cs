using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Keys;

/// <summary>The secret that signs callbacks of pins: it is derived from the key's text, so its holder can compute it.</summary>
internal sealed class CallbackSecrets(IDataProtectionProvider protection)
{
    private const string Purpose = "pinterest-connector-callback";

    /// <summary><c>whsec_</c> and base64 of HMAC-SHA256(key, "pinterest-connector-callback").</summary>
    public static string Of(string key) =>
        SigningSecret.Text(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(Purpose)));

    /// <param name="hash">The key's, to which it is bound.</param>
    /// <param name="key">Its text.</param>
    public string Seal(string hash, string key) => For(hash).Protect(Of(key));

    public string Open(KeyRow key) => For(key.Hash).Unprotect(key.CallbackSecret!);

    private IDataProtector For(string hash) => protection.CreateProtector("Connector.Keys", "callback_secret", hash);
}
