using Connector.Accounts;
using Connector.Storage;

namespace Connector.Cli;

/// <summary><c>connector move --to postgres</c>: copies a stopped sidecar's SQLite database into an empty one of PostgreSQL.</summary>
internal static class MoveCommand
{
    /// <summary>The target is the database of the settings, whatever the sidecar has been on.</summary>
    public const string Provider = $"--Connector:Database:Provider={StorageOptions.DatabaseOptions.Postgres}";

    /// <exception cref="Common.CommandException">Nothing was moved.</exception>
    public static async Task RunAsync(IServiceProvider services, TextWriter output)
    {
        var move = services.GetRequiredService<DatabaseMove>();
        await output.WriteLineAsync($"Moving to the {move.TargetName}:");
        var moved = await move.RunAsync(output.WriteLine);
        await output.WriteLineAsync(Report(moved, move.TargetName));
        if (!moved.IsSealed)
            await output.WriteLineAsync("Its keys are not sealed: whoever reads the database can open the accounts' tokens. The keys made "
                + "from now on are sealed where Connector:MasterKey is set.");
        if (!services.GetRequiredService<TokenVault>().IsReadable())
            await output.WriteLineAsync(
                "Its keys do not open its tokens here: set the Connector:MasterKey they were sealed with before you start.");
    }

    private static string Report(MoveResult moved, string target) =>
        $"""
        Moved {moved.Directory} to the {target}: {moved.Tables} tables, {moved.Rows:N0} rows.

        What comes next:
        1. Start the sidecar with Connector__Database__Provider=postgres and this connection string: every pin goes on where it was.
        2. Files that were uploaded or fetched, and the simulator's state, stay in {moved.Directory}. Keep it as Connector__DataDirectory.
        3. The SQLite database there is as it was, but a sidecar no longer starts on it: two would publish everything twice.
        """;
}
