using Connector.Bench.Publishing;
using Connector.Bench.Queues;
using Connector.Bench.Report;
using Connector.Bench.Running;
using Connector.Storage;
using Connector.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Bench.Replicas;

/// <summary>Whether claiming the next pin takes the same time with few and with many pins in the queue of PostgreSQL.</summary>
internal static class ClaimOnPostgresBench
{
    private const int FewRows = 1000;

    public static async Task<List<Line>> RunAsync(Workspace workspace, RunSize size)
    {
        using var server = await SharedDatabase.ServeAsync(workspace);
        await using var fewSource = new PostgresSource(await server.MakeAsync("few"));
        await using var manySource = new PostgresSource(await server.MakeAsync("many"));
        await using var few = await QueueAsync(fewSource, server, "few", FewRows + (size.Rounds + 1) * size.Claims);
        await using var many = await QueueAsync(manySource, server, "many", size.ManyRows);
        return
        [
            await ClaimBench.CompareAsync(
                $"claim on PostgreSQL from {Line.Text(size.ManyRows, "N0")} queued ÷ from {Line.Text(FewRows, "N0")}", "≤ 1.5 ×", few, many,
                size),
        ];
    }

    private static async Task<Database> QueueAsync(PostgresSource source, Postgres server, string name, int rows)
    {
        var database = new PostgresDatabase(source, new PostgresHealth(NullLogger<PostgresHealth>.Instance));
        await Migrations.ApplyAsync(database);
        await database.WriteAsync(sql => sql.Execute(ClaimBench.Account));
        // Past the sidecar's connections, which end what takes long.
        await Postgres.ExecuteAsync(
            server.Connection(name),
            $"""
            insert into pins (id, workspace_id, account_id, status, idempotency_key, request_hash, board_id, title, link_url,
                media_type, media_url, due_at, place_at, tries_left, created_at, updated_at)
            select 'pin_' || lpad(n::text, 12, '0'), 'wsp_bench', 'acc_bench', 'queued', 'key-' || n, lpad(n::text, 64, '0'), n % 16,
                'Oak side table, hand oiled', 'https://shop.example.com/products/oak-side-table', 'image',
                'https://cdn.example.com/oak-side-table.jpg', n, n, 5, n, n
            from generate_series(0, {rows - 1}) n
            """);
        // As a database is that has had them for a while: else the server would do so meanwhile.
        await Postgres.ExecuteAsync(server.Connection(name), "vacuum analyze");
        await Postgres.ExecuteAsync(server.Connection(name), "checkpoint");
        return database;
    }
}
