using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Keys;

/// <summary>Makes sure that at least one API key exists.</summary>
internal sealed class KeyBootstrap(KeyStore keys, IOptions<BootstrapOptions> options)
{
    public const int MinimumLength = 32;

    /// <summary>Stores the configured bootstrap key, before the sidecar listens: its first request may use it.</summary>
    public async Task StoreConfiguredAsync()
    {
        // To store it again would change nothing, and to seal its secret takes long.
        if (options.Value.BootstrapApiKey is { Length: > 0 } configured && !keys.Has(configured))
            await keys.AddAsync(await keys.WorkspaceAsync(KeyStore.DefaultWorkspace), "bootstrap", [Scope.Admin], null, configured);
    }

    /// <summary>Makes the first admin key where there is none; returns its text, to be shown once.</summary>
    /// <remarks>To be called when the sidecar listens: a key that is stored by a start that fails would never be shown.</remarks>
    public async Task<string?> RunAsync()
    {
        if (keys.Any()) return null;

        var workspace = await keys.WorkspaceAsync(KeyStore.DefaultWorkspace);
        var first = KeyText.New();
        // Another sidecar that starts on the same database may have been quicker; then that one shows its key.
        return await keys.AddFirstAsync(workspace, "first admin key", [Scope.Admin], first) ? first : null;
    }
}
