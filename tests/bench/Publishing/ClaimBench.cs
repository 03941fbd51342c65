using System.Diagnostics;
using Connector.Bench.Report;
using Connector.Bench.Running;
using Connector.Pins.Lifecycle;
using Connector.Publishing.Reconciliation;
using Connector.Publishing.Videos;
using Connector.Publishing.Worker;
using Connector.Replicas;
using Connector.Storage;
using Connector.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connector.Bench.Publishing;

/// <summary>Whether claiming the next pin takes the same time with few and with many pins in the queue.</summary>
internal static class ClaimBench
{
    /// <summary>Adds the account whose queue it is.</summary>
    public const string Account =
        """
        insert into workspaces (id, name, created_at) values ('wsp_bench', 'bench', 0);
        insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, status, scopes, created_at, updated_at)
        values ('acc_bench', 'wsp_bench', 'bench', 'production', '1', 'bench', 'active', '', 0, 0);
        """;

    private const string AccountId = "acc_bench";
    private const int FewRows = 1000, Step = 50_000;

    public static async Task<List<Line>> RunAsync(Workspace workspace, RunSize size)
    {
        await using var fewRows = await QueueAsync(workspace.NewFolder(), FewRows + (size.Rounds + 1) * size.Claims);
        await using var manyRows = await QueueAsync(workspace.NewFolder(), size.ManyRows);
        return
        [
            await CompareAsync(
                $"claim from {Line.Text(size.ManyRows, "N0")} queued ÷ from {Line.Text(FewRows, "N0")}", "≤ 1.2 ×", fewRows, manyRows,
                size),
        ];
    }

    /// <summary>Claims from the one and the other in turns.</summary>
    public static async Task<Line> CompareAsync(string what, string target, Database fewRows, Database manyRows, RunSize size)
    {
        var (few, many) = (Store(fewRows), Store(manyRows));
        var ratios = new List<double>();
        var (ofFew, ofMany) = (new List<double>(), new List<double>());
        await MedianAsync(few, size.Claims);
        await MedianAsync(many, size.Claims);
        for (var round = 0; round < size.Rounds; round++)
        {
            ofFew.Add(await MedianAsync(few, size.Claims));
            ofMany.Add(await MedianAsync(many, size.Claims));
            ratios.Add(ofMany[^1] / ofFew[^1]);
        }

        return new(
            what, Line.Spread(ratios, "0.00") + " ×", target,
            $"p50 {Line.Spread(ofMany, "0.00")} ms ÷ {Line.Spread(ofFew, "0.00")} ms");
    }

    private static QueueStore Store(Database database) =>
        new(
            database, new PinTransitions(VideoStore.Remove),
            new OnlyProcess(database, Options.Create(new ReplicaOptions()), TimeProvider.System),
            Options.Create(new ReconciliationOptions()), TimeProvider.System);

    private static async Task<double> MedianAsync(QueueStore store, int claims)
    {
        var took = new List<double>();
        for (var i = 0; i < claims; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            // As an account's worker does: sometimes while other boards are busy, sometimes not.
            string[] busy = i % 2 == 0 ? [] : ["0", "1", "2"];
            var pin = store.Queued(AccountId, TimeProvider.System.GetUtcNow()).First(next => !busy.Contains(next.BoardId));
            if (await store.ClaimAsync(AccountId, pin.Id, clockConfirmed: true) is null)
                throw new InvalidOperationException("A queued pin could not be claimed.");
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return took.Order().ElementAt(claims / 2);
    }

    public static async Task<Database> QueueAsync(string folder, int rows)
    {
        using var directory = new DataDirectory(Options.Create(new StorageOptions { DataDirectory = folder }));
        var database = new SqliteDatabase(directory.DatabaseFile, new StorageHealth(NullLogger<StorageHealth>.Instance));
        await Migrations.ApplyAsync(database);
        await database.WriteAsync(sql => sql.Execute(Account));
        for (var from = 0; from < rows; from += Step)
        {
            var args = new { from, to = Math.Min(rows, from + Step) };
            await database.WriteAsync(sql => sql.Execute(
                """
                with recursive numbers (n) as (select @from union all select n + 1 from numbers where n + 1 < @to)
                insert into pins (id, workspace_id, account_id, status, idempotency_key, request_hash, board_id, title, link_url,
                    media_type, media_url, due_at, place_at, tries_left, created_at, updated_at)
                select printf('pin_%012d', n), 'wsp_bench', 'acc_bench', 'queued', printf('key-%d', n), printf('%064d', n), n % 16,
                    'Oak side table, hand oiled', 'https://shop.example.com/products/oak-side-table', 'image',
                    'https://cdn.example.com/oak-side-table.jpg', n, n, 5, n, n
                from numbers
                """,
                args));
        }

        return database;
    }
}
