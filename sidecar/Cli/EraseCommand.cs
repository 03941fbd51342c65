using Connector.Accounts;
using Connector.Common;
using Connector.Http;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Cli;

/// <summary><c>connector erase ACCOUNT</c>: what DELETE …?erase=true does, for a sidecar that is stopped.</summary>
internal static class EraseCommand
{
    public static async Task RunAsync(string id, IServiceProvider services, TextWriter output)
    {
        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var file = Path.Combine(storage.DataDirectory, DataDirectory.DatabaseName);
        if (!storage.Database.IsPostgres && !File.Exists(file))
            throw new CommandException($"There is no database in {Path.GetFullPath(storage.DataDirectory)}. Name the sidecar's data "
                + "directory with Connector__DataDirectory.");
        // A running sidecar of SQLite holds the lock of its data directory, and opening it says so.
        if (storage.Database.IsPostgres)
            throw new CommandException(
                $"Sidecars may be at work with this database: ask one of them with DELETE /v1/accounts/{id}?erase=true.");

        await services.OpenDatabaseAsync();
        var workspaceId = services.GetRequiredService<Database>().Read(sql =>
            sql.Find<string>("select workspace_id from accounts where id = @id", new { id }))
            ?? throw new CommandException($"There is no account {id}. Nothing was erased.");
        var erased = await EraseAsync(services.GetRequiredService<IAccountEraser>(), Caller.Owner(workspaceId), id);
        foreach (var table in erased.Removed) await output.WriteLineAsync($"{table.Table,-20} {table.Rows}");
        await output.WriteLineAsync($"Erased account {id}, with {erased.Files} files. A look afterwards found {erased.Left} rows. "
            + "Backups and exports that were made before still have it: delete those too.");
    }

    private static async Task<ErasedAccount> EraseAsync(IAccountEraser eraser, Caller caller, string id)
    {
        try
        {
            return await eraser.EraseAsync(caller, id);
        }
        catch (ProblemException refused)
        {
            throw new CommandException(
                $"{refused.Problem.Detail} Start the sidecar, which finds out what became of the pin, and erase the account there.");
        }
    }
}
