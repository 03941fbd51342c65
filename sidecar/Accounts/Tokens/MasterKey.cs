using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Connector.Accounts.Tokens;

/// <summary>
/// Seals the key ring with AES-256-GCM under a key that only the operator has: <c>Connector:MasterKey</c>, 32 bytes as base64.
/// </summary>
internal sealed class MasterKey(byte[] key)
{
    private const int NonceLength = 12, TagLength = 16;

    public static MasterKey? From(IConfiguration configuration)
    {
        if (configuration[$"{MasterKeyOptions.Section}:{nameof(MasterKeyOptions.MasterKey)}"] is not { Length: > 0 } text) return null;

        return TryRead(text)
            ?? throw new InvalidOperationException(
                "Connector:MasterKey must be 32 bytes as base64. Make one with: openssl rand -base64 32");
    }

    /// <summary>Null when the text is not 32 bytes as base64.</summary>
    public static MasterKey? TryRead(string text)
    {
        var bytes = new byte[64];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == 32 ? new MasterKey(bytes[..32]) : null;
    }

    /// <summary>Nonce, tag and ciphertext in one.</summary>
    public byte[] Seal(byte[] plain)
    {
        var box = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength));
        return box;
    }

    public byte[] Open(byte[] box)
    {
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), plain);
        return plain;
    }
}

/// <summary>Seals each key of the ring.</summary>
internal sealed class MasterKeyEncryptor(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new(new XElement("sealed", Convert.ToBase64String(master.Seal(plain))), typeof(MasterKeyDecryptor));
    }
}
