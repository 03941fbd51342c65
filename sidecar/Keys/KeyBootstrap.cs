using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Keys;

/// <summary>Makes sure that at least one API key exists.</summary>
internal sealed class KeyBootstrap(KeyStore keys, IOptions<BootstrapOptions> options)
{
    public const int MinimumLength = 32;

    /// <summary>Stores the configured bootstrap key, or makes the first admin key; returns that one's text, to be shown once.</summary>
    /// <remarks>To be called when the sidecar listens: a key that is stored by a start that fails would never be shown.</remarks>
    public async Task<string?> RunAsync()
    {
        var workspace = await keys.WorkspaceAsync(KeyStore.DefaultWorkspace);
        if (options.Value.BootstrapApiKey is { Length: > 0 } configured)
        {
            await keys.AddAsync(workspace, "bootstrap", [Scope.Admin], null, configured);
            return null;
        }

        if (keys.Any()) return null;

        var first = KeyText.New();
        await keys.AddAsync(workspace, "first admin key", [Scope.Admin], null, first);
        return first;
    }
}
