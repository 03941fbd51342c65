using Connector.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Connector.Accounts.Tokens;

/// <summary>Keeps the key ring in the data directory, sealed with <c>Connector:MasterKey</c> when there is one.</summary>
internal sealed class KeyRingStorage(DataDirectory directory, ILoggerFactory loggers, IConfiguration configuration)
    : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(directory.KeyRing), loggers);
        // The sidecar that runs would not know a key made beside it before it read the ring again.
        if (directory.IsShared) options.AutoGenerateKeys = false;
        if (MasterKey.From(configuration) is { } master) options.XmlEncryptor = new MasterKeyEncryptor(master);
    }
}
