using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Connector.Accounts.Tokens;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Connector.Accounts;

/// <summary>Opens each key of the ring; made by Data Protection, which gives it the services.</summary>
/// <remarks>Each sealed key names this type with its namespace: under another name no existing key ring could be opened.</remarks>
internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var master = MasterKey.From(services.GetRequiredService<IConfiguration>())
            ?? throw new CryptographicException("The key ring was sealed with Connector:MasterKey, which is not set.");
        return XElement.Parse(Encoding.UTF8.GetString(master.Open(Convert.FromBase64String(encryptedElement.Value))));
    }
}
