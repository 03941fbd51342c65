using Connector.Http;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Sources.Store;

/// <summary>Writes how a check of a source went on and ended, each time only if this process still works it.</summary>
internal sealed class SourceProgress(Database database, TimeProvider clock)
{
    /// <summary>After so many failures in a row its owner is told.</summary>
    public const int FailuresUntilTold = 3;

    // Whoever asked for a check during this one gets another.
    private const string Next = "next_check_at = case when forced = 1 then next_check_at else @next end";

    /// <summary>Refuses what another process does now, in the transaction of the caller.</summary>
    /// <exception cref="SourceTakenException">Another process works it, or it was changed or deleted.</exception>
    public static void EnsureMine(Sql sql, SourceRow row)
    {
        if (sql.Execute("update sources set owner = owner where id = @Id and owner = @Owner", new { row.Id, row.Owner }) == 0)
            throw new SourceTakenException();
    }

    /// <summary>It was read, or is unchanged.</summary>
    /// <param name="row">As it was taken.</param>
    /// <param name="after">What is known of its file now.</param>
    /// <param name="gone">What is missing from it now.</param>
    public Task EndAsync(SourceRow row, SourceRow after, MissingItems gone)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            Ensure(sql.Execute(
                $"""
                update sources set format = @Format, etag = @Etag, last_modified = @LastModified, sha256 = @Sha256, moved_to = @MovedTo,
                    reads = @Reads, failures = 0, failing = 0, error_code = null, error_message = null, error_remediation = null,
                    error_at = null, last_checked_at = @now, last_changed_at = @LastChangedAt, {Next}, owner = null, leased_until = null
                where id = @Id and owner = @Owner
                """,
                new
                {
                    row.Id,
                    row.Owner,
                    after.Format,
                    after.Etag,
                    after.LastModified,
                    after.Sha256,
                    after.MovedTo,
                    after.Reads,
                    after.LastChangedAt,
                    now,
                    next = now + row.Every,
                }));
            SourceItems.Write(sql, gone.Rows);
            var shown = Shown(sql, row.Id);
            if (row.Failing == 1) Tell(sql, row, EventTypes.SourceRecovered, new { source = shown }, now);
            if (gone.AreTogether) Tell(sql, row, EventTypes.SourceItemsGone, new { source = shown, count = gone.Gone.Count }, now);
            else
                foreach (var item in gone.Gone)
                    Tell(sql, row, EventTypes.SourceItemGone, new { source = shown, item = SourceItem.From(item) }, now);
            sql.Announce(SourceStore.Topic);
        });
    }

    /// <summary>It could not be read; it is tried again.</summary>
    public Task FailAsync(SourceRow row, Problem problem, TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        var failures = row.Failures + 1;
        var isTold = failures >= FailuresUntilTold && row.Failing == 0;
        return database.WriteAsync(sql =>
        {
            Ensure(sql.Execute(
                $"""
                update sources set failures = @failures, failing = @failing, {Error}, last_checked_at = @now, {Next}
                where id = @Id and owner = @Owner
                """,
                Args(row, problem, now, now + wait, failures, isTold ? 1 : row.Failing)));
            if (isTold) Tell(sql, row, EventTypes.SourceFailing, new { source = Shown(sql, row.Id) }, now);
            sql.Announce(SourceStore.Topic);
        });
    }

    /// <summary>Its account or the storage is not ready: it is read again later, and the source itself has not failed.</summary>
    public Task WaitAsync(SourceRow row, Problem problem, TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            Ensure(sql.Execute(
                $"""
                update sources set {Error}, sha256 = null, etag = null, last_modified = null, {Next}
                where id = @Id and owner = @Owner
                """,
                Args(row, problem, now, now + wait, row.Failures, row.Failing)));
            sql.Announce(SourceStore.Topic);
        });
    }

    private const string Error =
        """
        error_code = @Code, error_message = @Detail, error_remediation = @Remediation, error_at = @now, owner = null, leased_until = null
        """;

    private static object Args(
        SourceRow row, Problem problem, DateTimeOffset now, DateTimeOffset next, long failures, long failing) =>
        new { row.Id, row.Owner, problem.Code, problem.Detail, problem.Remediation, now, next, failures, failing };

    private static void Tell(Sql sql, SourceRow row, string type, object data, DateTimeOffset now) =>
        Outbox.Write(sql, new NewEvent(row.WorkspaceId, row.AccountId, null, type, data), now);

    private static Source Shown(Sql sql, string id) => Source.From(SourceStore.Find(sql, id)!, SourceItems.Count(sql, id));

    private static void Ensure(int changed)
    {
        if (changed == 0) throw new SourceTakenException();
    }
}

/// <summary>Another process works the source, or it was changed or deleted: whoever works it here stops.</summary>
internal sealed class SourceTakenException : Exception;

/// <summary>What is not in the file of a source any more.</summary>
/// <param name="Rows">The items that are missing, as they are now.</param>
/// <param name="Gone">Those of them that were missing before already: their owner is asked.</param>
/// <param name="AreTogether">Whether they are so many that one event says it for all.</param>
internal sealed record MissingItems(IReadOnlyList<SourceItemRow> Rows, IReadOnlyList<SourceItemRow> Gone, bool AreTogether)
{
    public static readonly MissingItems None = new([], [], false);
}
