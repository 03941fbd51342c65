using Connector.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Connector.Accounts.Tokens;

/// <summary>
/// Keeps the key ring with the database, in it or in the data directory beside it, sealed with <c>Connector:MasterKey</c> when there
/// is one.
/// </summary>
internal sealed class KeyRingStorage(
    DataDirectory directory, ILoggerFactory loggers, IConfiguration configuration, DatabaseKeyRing? inDatabase = null)
    : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = (IXmlRepository?)inDatabase
            ?? new FileSystemXmlRepository(new DirectoryInfo(directory.KeyRing), loggers);
        // The sidecar that runs would not know a key made beside it before it read the ring again.
        if (directory.IsShared) options.AutoGenerateKeys = false;
        if (MasterKey.From(configuration) is { } master) options.XmlEncryptor = new MasterKeyEncryptor(master);
    }
}
