using Connector.Api;

namespace Connector.Keys;

/// <summary><c>connector keys create|list|revoke</c>: works on the data directory while the sidecar is stopped.</summary>
internal static class KeysCommand
{
    private const string Usage =
        """
        connector keys create NAME [--scopes read,publish,admin] [--workspace NAME]   makes a key and prints it once
        connector keys list [--workspace NAME]                                        lists keys, never their text
        connector keys revoke KEY_ID [--workspace NAME]                               revokes a key at once
        The default is --scopes publish and --workspace default.
        """;

    public static async Task<int> RunAsync(string[] arguments, KeyStore keys, TextWriter output)
    {
        var words = arguments.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var workspace = await keys.WorkspaceAsync(Option(arguments, "--workspace") ?? KeyStore.DefaultWorkspace);
        switch (words)
        {
            case ["create", var name]:
                var scopes = (Option(arguments, "--scopes") ?? Scope.Publish).Split(',', StringSplitOptions.TrimEntries);
                if (scopes.Except(Scope.All).FirstOrDefault() is { } unknown)
                {
                    await output.WriteLineAsync($"\"{unknown}\" is not a scope; use {string.Join(", ", Scope.All)}.");
                    return 2;
                }

                var text = KeyText.New();
                var row = await keys.AddAsync(workspace, name, scopes, null, text);
                await output.WriteLineAsync($"{row.Id}  {row.Scopes}\n{text}\nKeep it now: it is stored as a hash and cannot be shown again.");
                return 0;

            case ["list"]:
                foreach (var key in keys.List(workspace, limit: 1000, cursor: null))
                    await output.WriteLineAsync($"{key.Id}  {(key.RevokedAt is null ? "active " : "revoked")}  {key.Scopes,-20}  {Rfc3339.Format(key.CreatedAt)}  {key.Name}");
                return 0;

            case ["revoke", var id]:
                var revoked = await keys.RevokeAsync(workspace, id);
                await output.WriteLineAsync(revoked ? $"Revoked {id}." : $"No active key has the id {id}; connector keys list shows them.");
                return revoked ? 0 : 1;

            default:
                await output.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static string? Option(string[] arguments, string name) =>
        arguments.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
}
