using Connector.Http;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Imports.Store;

/// <summary>
/// Writes how an import goes on. Each step is written only by the process that works the import, and only after the step before it.
/// </summary>
internal sealed class ImportProgress(Database database, TimeProvider clock)
{
    private const string IfMine = "id = @Id and owner = @Owner and done = @Done and results = @Results and status = 'running'";

    /// <summary>The rows are counted.</summary>
    public Task<ImportRow> CountAsync(ImportRow row, long total) => database.WriteAsync(sql =>
    {
        Ensure(sql.Execute($"update imports set total = @total where {IfMine}", new { row.Id, row.Owner, row.Done, row.Results, total }));
        return row with { Total = total };
    });

    /// <summary>A dry run begins anew: nothing of it can have been done twice.</summary>
    public Task<ImportRow> RestartAsync(ImportRow row) => database.WriteAsync(sql =>
    {
        Ensure(sql.Execute(
            $"""
            update imports set done = 0, results = 0, created = 0, existing = 0, failed = 0, skipped = 0 where {IfMine}
            """,
            new { row.Id, row.Owner, row.Done, row.Results }));
        sql.Execute("delete from import_results where import_id = @Id", new { row.Id });
        return row with { Done = 0, Results = 0, Created = 0, Existing = 0, Failed = 0, Skipped = 0 };
    });

    /// <summary>Writes results and how far the import is, in the transaction of the caller.</summary>
    /// <exception cref="ImportTakenException">It was canceled, or another process works it.</exception>
    public ImportRow Advance(Sql sql, ImportRow before, long done, IReadOnlyList<ResultRow> results)
    {
        var now = clock.GetUtcNow();
        var after = before with
        {
            Done = done,
            Results = before.Results + results.Count,
            Created = before.Created + Count(ResultStatus.Created),
            Existing = before.Existing + Count(ResultStatus.Existing),
            Failed = before.Failed + Count(ResultStatus.Failed),
            Skipped = before.Skipped + Count(ResultStatus.Skipped),
            // A dry run begins anew each time: how far it came is no progress.
            Tries = before.IsDryRun ? before.Tries : 0,
            WaitCode = null,
            WaitMessage = null,
            WaitUntil = null,
            UpdatedAt = now,
        };
        Ensure(sql.Execute(
            $"""
            update imports set done = @done, results = results + @Count, created = @Created, existing = @Existing, failed = @Failed,
                skipped = @Skipped, tries = @Tries, wait_code = null, wait_message = null, wait_until = null, leased_until = @until,
                updated_at = @now
            where id = @Id and owner = @Owner and done = @wasDone and results = @wasResults and status = 'running'
            """,
            new
            {
                before.Id,
                before.Owner,
                wasDone = before.Done,
                wasResults = before.Results,
                done,
                results.Count,
                after.Created,
                after.Existing,
                after.Failed,
                after.Skipped,
                after.Tries,
                until = now + ImportLeases.Duration,
                now,
            }));
        foreach (var (index, result) in results.Index()) Add(sql, before, before.Results + index + 1, result);
        return after;

        int Count(string status) => results.Count(result => result.Status == status);
    }

    public Task<ImportRow> AdvanceAsync(ImportRow before, long done, IReadOnlyList<ResultRow> results) =>
        database.WriteAsync(sql => Advance(sql, before, done, results));

    /// <summary>It cannot go on now; others can.</summary>
    public Task WaitAsync(ImportRow row, string code, string message, DateTimeOffset until, long tries) => database.WriteAsync(sql =>
    {
        Ensure(sql.Execute(
            $"""
            update imports set wait_code = @code, wait_message = @message, wait_until = @until, tries = @tries, owner = null,
                leased_until = null
            where {IfMine}
            """,
            new { row.Id, row.Owner, row.Done, row.Results, code, message, until, tries }));
        sql.Announce(ImportStore.Topic);
    });

    /// <summary>When the pins of a dry run would go out, and what is to be said about that.</summary>
    public Task ExpectAsync(ImportRow row, IReadOnlyList<(long Number, DateTimeOffset? At, Check? Late)> expected) =>
        database.WriteAsync(sql =>
        {
            foreach (var (number, at, late) in expected)
            {
                sql.Execute(
                    "update import_results set expected_at = @at where import_id = @Id and number = @number", new { row.Id, number, at });
                if (late is not null) Warn(sql, row, number, late);
            }
        });

    /// <summary>It has ended; who listens is told.</summary>
    public Task EndAsync(ImportRow row, string status, Problem? problem = null, DateTimeOffset? expectedAt = null)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            Ensure(sql.Execute(
                $"""
                update imports set status = @status, error_code = @Code, error_message = @Detail, error_remediation = @Remediation,
                    expected_at = @expectedAt, wait_code = null, wait_message = null, wait_until = null, owner = null,
                    leased_until = null, updated_at = @now, ended_at = @now
                where {IfMine}
                """,
                new
                {
                    row.Id,
                    row.Owner,
                    row.Done,
                    row.Results,
                    status,
                    problem?.Code,
                    problem?.Detail,
                    problem?.Remediation,
                    expectedAt,
                    now,
                }));
            var type = status == ImportStatus.Failed ? EventTypes.ImportFailed : EventTypes.ImportCompleted;
            ImportStore.Tell(sql, ImportStore.Find(sql, row.Id)!, type, now);
        });
    }

    private static void Warn(Sql sql, ImportRow row, long number, Check warning)
    {
        var details = ResultDetails.Read(sql.Find<string>(
            "select details from import_results where import_id = @Id and number = @number", new { row.Id, number }));
        var told = details with { Warnings = [.. details.Warnings ?? [], warning] };
        sql.Execute(
            "update import_results set details = @told where import_id = @Id and number = @number",
            new { row.Id, number, told = told.Store() });
    }

    private static void Ensure(int changed)
    {
        if (changed == 0) throw new ImportTakenException();
    }

    private static void Add(Sql sql, ImportRow import, long number, ResultRow result) => sql
        .Prepared(
            """
            insert into import_results (workspace_id, import_id, number, row_number, item_key, status, pin_id, details)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """)
        .Bind(import.WorkspaceId).Bind(import.Id).Bind(number).Bind(result.RowNumber).Bind(result.ItemKey)
        .Bind(result.Status).Bind(result.PinId).Bind(result.Details)
        .Run();
}

/// <summary>The import was canceled, or another process works it: whoever works it here stops.</summary>
internal sealed class ImportTakenException : Exception;
