using Connector.Http;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Catalogs.Items;

/// <summary>Writes how a job goes on. Each step is written only by the process that works the job.</summary>
internal sealed class ItemJobProgress(Database database, TimeProvider clock)
{
    /// <summary>A batch is about to be sent.</summary>
    public Task SendingAsync(ItemJobRow row, ItemBatchRow batch) => database.WriteAsync(sql =>
    {
        Step(sql, row);
        sql.Execute(
            "update item_batches set state = 'sending', tries = tries + 1 where job_id = @JobId and number = @Number",
            new { batch.JobId, batch.Number });
    });

    /// <summary>It did not leave: it is as if nobody had tried.</summary>
    public Task NotSentAsync(ItemJobRow row, ItemBatchRow batch) => database.WriteAsync(sql =>
    {
        Step(sql, row);
        sql.Execute(
            """
            update item_batches set state = 'waiting', tries = case when tries > 0 then tries - 1 else 0 end
            where job_id = @JobId and number = @Number and state = 'sending'
            """,
            new { batch.JobId, batch.Number });
    });

    /// <summary>Pinterest has it, and what the caller gave is not needed any more.</summary>
    public Task SentAsync(ItemJobRow row, ItemBatchRow batch, string batchId)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            Step(sql, row);
            sql.Execute(
                """
                update item_batches set state = 'sent', items = null, batch_id = @batchId, sent_at = @now
                where job_id = @JobId and number = @Number
                """,
                new { batch.JobId, batch.Number, batchId, now });
        });
    }

    /// <summary>What became of the items of a batch is known, or never will be.</summary>
    public Task EndBatchAsync(ItemJobRow row, ItemBatchRow batch, BatchOutcome outcome) => database.WriteAsync(sql =>
    {
        Step(sql, row);
        sql.Execute(
            "update item_batches set state = 'ended', items = null, batch_id = null where job_id = @JobId and number = @Number",
            new { batch.JobId, batch.Number });
        foreach (var (itemId, item) in outcome.Named)
        {
            sql.Execute(
                """
                update item_results set status = @Status, details = @details
                where job_id = @JobId and batch = @Number and item_id = @itemId
                """,
                new { batch.JobId, batch.Number, itemId, item.Status, details = item.Details.Store() });
        }

        sql.Execute(
            """
            update item_results set status = @Status, details = @details
            where job_id = @JobId and batch = @Number and status = 'waiting'
            """,
            new { batch.JobId, batch.Number, outcome.Others.Status, details = outcome.Others.Details.Store() });
        Count(sql, row.Id);
    });

    /// <summary>It cannot go on now; others can.</summary>
    public Task WaitAsync(ItemJobRow row, string code, string message, DateTimeOffset until, long tries = 0) =>
        database.WriteAsync(sql =>
        {
            Step(sql, row);
            sql.Execute(
                """
                update item_jobs set wait_code = @code, wait_message = @message, wait_until = @until, tries = @tries, owner = null,
                    leased_until = null
                where id = @Id
                """,
                new { row.Id, code, message, until, tries });
            sql.Announce(ItemJobStore.Topic);
        });

    /// <summary>Every item has a result.</summary>
    public Task EndAsync(ItemJobRow row) => database.WriteAsync(sql =>
    {
        Step(sql, row);
        var ended = ItemJobStore.Find(sql, row.Id)!;
        var status = JobEnding.Of(ended.Total, ended.Succeeded, ended.Failed);
        End(sql, row.Id, status, status == ItemJobStatus.Failed ? ItemProblems.AllRefused() : null);
    });

    /// <summary>It cannot go on: what is not sent never will be, and of what is sent nobody asks any more.</summary>
    public Task FailAsync(ItemJobRow row, Problem problem)
    {
        var unconfirmed = BatchOutcome.AllUnconfirmed("Pinterest was not asked any more what became of it, because the job had failed.");
        return database.WriteAsync(sql =>
        {
            Step(sql, row);
            sql.Execute(
                """
                update item_results set status = 'unconfirmed', details = @details where job_id = @Id and status = 'waiting'
                    and batch in (select number from item_batches where job_id = @Id and state in ('sent', 'sending'))
                """,
                new { row.Id, details = unconfirmed.Others.Details.Store() });
            sql.Execute("update item_results set status = 'not_sent' where job_id = @Id and status = 'waiting'", new { row.Id });
            sql.Execute("update item_batches set state = 'ended', items = null, batch_id = null where job_id = @Id", new { row.Id });
            Count(sql, row.Id);
            End(sql, row.Id, ItemJobStatus.Failed, problem);
        });
    }

    /// <summary>Takes the row of the job, so that whoever lost it writes nothing.</summary>
    private void Step(Sql sql, ItemJobRow row)
    {
        var now = clock.GetUtcNow();
        var changed = sql.Execute(
            """
            update item_jobs set tries = 0, wait_code = null, wait_message = null, wait_until = null, leased_until = @until,
                updated_at = @now
            where id = @Id and owner = @Owner and status = 'processing'
            """,
            new { row.Id, row.Owner, until = now + ItemJobLeases.Duration, now });
        if (changed == 0) throw new ItemJobTakenException();
    }

    private static void Count(Sql sql, string id) => sql.Execute(
        """
        update item_jobs set
            succeeded = (select count(*) from item_results where job_id = @id and status = 'succeeded'),
            failed = (select count(*) from item_results where job_id = @id and status = 'failed'),
            unconfirmed = (select count(*) from item_results where job_id = @id and status = 'unconfirmed')
        where id = @id
        """,
        new { id });

    private void End(Sql sql, string id, string status, Problem? problem)
    {
        var now = clock.GetUtcNow();
        sql.Execute(
            """
            update item_jobs set status = @status, error_code = @Code, error_message = @Detail, error_remediation = @Remediation,
                owner = null, leased_until = null, updated_at = @now, ended_at = @now
            where id = @id
            """,
            new { id, status, problem?.Code, problem?.Detail, problem?.Remediation, now });
        var type = status == ItemJobStatus.Failed ? EventTypes.CatalogItemsFailed : EventTypes.CatalogItemsCompleted;
        ItemJobStore.Tell(sql, ItemJobStore.Find(sql, id)!, type, now);
    }
}

/// <summary>Another process works the job: whoever works it here stops.</summary>
internal sealed class ItemJobTakenException : Exception;
