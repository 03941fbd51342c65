using Connector.Http;
using Connector.Keys;
using Connector.Settings;
using Connector.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Connector.Cli;

/// <summary><c>connector keys create|list|revoke</c>: works on the data directory, also while a sidecar runs on it.</summary>
internal static class KeysCommand
{
    private const string DirectoryKey = "Connector:DataDirectory";

    private const string Usage =
        """
        connector keys create NAME [--scopes read,publish,approve,admin] [--accounts ACCOUNT_ID,…] [--workspace NAME]
                                                           makes a key and prints it once
        connector keys list [--workspace NAME]             lists keys, never their text
        connector keys revoke KEY_ID [--workspace NAME]    revokes a key at once
        The default is --scopes publish, all accounts, and --workspace default.
        The scope approve does not include read: whoever looks at pins and approves them needs --scopes read,approve.
        """;

    /// <summary>The services, with a data directory that a running sidecar may hold.</summary>
    public static WebApplicationBuilder Builder()
    {
        var builder = ConnectorApp.Builder([]);
        builder.Services.Replace(ServiceDescriptor.Singleton(
            provider => DataDirectory.OpenOrJoin(provider.GetRequiredService<IOptions<StorageOptions>>())));
        return builder;
    }

    public static async Task<int> RunAsync(string[] arguments, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        if (arguments is not ["create" or "list" or "revoke", ..])
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        var isPostgres = services.GetRequiredService<IOptions<StorageOptions>>().Value.Database.IsPostgres;
        if (!isPostgres) EnsureDatabase(services, mayMake: arguments[0] == "create");
        // Beside a sidecar of another version nothing is changed: only that one may bring the database to its schema.
        var directory = services.GetRequiredService<DataDirectory>();
        if (directory.IsShared || isPostgres) Migrations.EnsureSame(services.GetRequiredService<Database>());
        await services.OpenDatabaseAsync();
        var code = await RunAsync(arguments, services.GetRequiredService<KeyStore>(), output, errors);
        if (code == 0 && arguments is ["create", ..])
            await output.WriteLineAsync(isPostgres
                ? "It is for every sidecar on this database."
                : $"It is for the sidecar whose data is in {directory.FullPath}.");
        return code;
    }

    public static async Task<int> RunAsync(string[] arguments, KeyStore keys, TextWriter output, TextWriter errors)
    {
        var words = arguments.TakeWhile(word => !IsOption(word)).ToArray();
        var options = arguments.Skip(words.Length).Chunk(2).ToArray();
        if (options.Any(pair => pair is not ["--scopes" or "--accounts" or "--workspace", { Length: > 0 } value] || IsOption(value)))
            words = [];

        var workspace = Option("--workspace") ?? KeyStore.DefaultWorkspace;
        switch (words)
        {
            case ["create", { Length: > 0 } name]:
                var scopes = Words("--scopes") ?? [Scope.Publish];
                if (scopes.Except(Scope.All).FirstOrDefault() is not { } unknown)
                    return await CreateAsync(name, scopes, Words("--accounts"), workspace, keys, output, errors);

                await errors.WriteLineAsync($"\"{unknown}\" is not a scope; use {string.Join(", ", Scope.All)}.");
                return 2;

            case ["list"] or ["revoke", _] when keys.FindWorkspace(workspace) is null:
                await errors.WriteLineAsync($"There is no workspace \"{workspace}\" yet; connector keys create NAME --workspace "
                    + $"{workspace} makes it with its first key.");
                return 1;

            case ["list"]:
                foreach (var key in keys.List(Caller.Owner(keys.FindWorkspace(workspace)!), limit: 1000, cursor: null))
                    await output.WriteLineAsync($"{key.Id}  {(key.RevokedAt is null ? "active " : "revoked")}  {key.Scopes,-20}  "
                        + $"{Rfc3339.Format(key.CreatedAt)}  {SettingText.Printable(key.Name)}");
                return 0;

            case ["revoke", var id]:
                return await RevokeAsync(keys.FindWorkspace(workspace)!, id, keys, output, errors);

            default:
                await errors.WriteLineAsync(Usage);
                return 2;
        }

        string? Option(string name) => options.FirstOrDefault(pair => pair[0] == name)?[1];

        string[]? Words(string name) => Option(name)?.Split(',', StringSplitOptions.TrimEntries);
    }

    private static async Task<int> CreateAsync(
        string name, IEnumerable<string> scopes, string[]? accountIds, string workspace, KeyStore keys, TextWriter output,
        TextWriter errors)
    {
        if (keys.UnknownAccounts(Caller.Owner(keys.FindWorkspace(workspace) ?? ""), accountIds ?? []) is [var unknown, ..])
        {
            await errors.WriteLineAsync($"--accounts {KeyProblems.Describe(unknown)}");
            return 2;
        }

        var text = KeyText.New();
        var row = await keys.AddAsync(await keys.WorkspaceAsync(workspace), name, scopes, accountIds, text);
        await output.WriteLineAsync($"{row.Id}  {row.Scopes}\n{text}\nKeep it now: it is stored as a hash and cannot be shown "
            + $"again.\nCallbacks of its pins are signed with {CallbackSecrets.Of(text)}");
        return 0;
    }

    // Most often the command runs in another folder than the sidecar. Whoever names a folder that is there means its first start.
    private static void EnsureDatabase(IServiceProvider services, bool mayMake)
    {
        var path = Path.GetFullPath(services.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory);
        if (File.Exists(Path.Combine(path, DataDirectory.DatabaseName))) return;
        if (mayMake && services.GetRequiredService<IConfiguration>()[DirectoryKey] is not null && Directory.Exists(path)) return;

        throw new DataDirectoryException(
            $"There is no database in {path}, so no sidecar has its data there. Name the sidecar's folder with Connector__DataDirectory, "
                + "or run this where it runs. Its first start makes a key and shows it; keys create can be before that only in a folder "
                + "that is there and is named.");
    }

    private static async Task<int> RevokeAsync(string workspaceId, string id, KeyStore keys, TextWriter output, TextWriter errors)
    {
        try
        {
            var revoked = await keys.RevokeAsync(workspaceId, id);
            if (revoked) await output.WriteLineAsync($"Revoked {id}.");
            else await errors.WriteLineAsync($"No active key has the id {id}; connector keys list shows them.");
            return revoked ? 0 : 1;
        }
        catch (ProblemException refused)
        {
            await errors.WriteLineAsync($"{refused.Problem.Detail} {refused.Problem.Remediation}");
            return 1;
        }
    }

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);
}
