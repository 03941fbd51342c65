using Connector.Http;

namespace Connector.Keys;

/// <summary>Makes sure that at least one API key exists.</summary>
internal sealed class KeyBootstrap(KeyStore keys, IConfiguration configuration)
{
    public const int MinimumLength = 32;

    /// <summary>Stores the configured bootstrap key, or makes the first admin key; returns that one's text, to be shown once.</summary>
    public async Task<string?> RunAsync()
    {
        var workspace = await keys.WorkspaceAsync(KeyStore.DefaultWorkspace);
        if (configuration["Connector:BootstrapApiKey"] is { Length: > 0 } configured)
        {
            if (configured.Length < MinimumLength)
                throw new InvalidOperationException($"Connector:BootstrapApiKey has {configured.Length} characters; at least "
                    + $"{MinimumLength} are needed. Make one with: openssl rand -hex 32");

            await keys.AddAsync(workspace, "bootstrap", [Scope.Admin], null, configured);
            return null;
        }

        if (keys.Any()) return null;

        var first = KeyText.New();
        await keys.AddAsync(workspace, "first admin key", [Scope.Admin], null, first);
        return first;
    }
}
