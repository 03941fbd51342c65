using System.Text.Json;
using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Common;
using Connector.Http;
using Connector.Keys;
using Connector.Pinterest;

namespace Connector.Catalogs.Items;

/// <summary>Sends what is not sent yet, asks what became of the rest, and ends the job or lets it wait.</summary>
internal sealed class ItemJobRun(
    ItemJobStore jobs, ItemJobProgress progress, CatalogCalls calls, AccountStore accounts, KeyStore keys, TimeProvider clock)
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    public async Task RunAsync(ItemJobRow row, CancellationToken stop)
    {
        if (accounts.Find(row.AccountId) is not { } account)
        {
            await progress.FailAsync(row, Problems.AccountNotFound(row.AccountId).Problem);
            return;
        }

        foreach (var batch in jobs.OpenBatches(row.Id).Where(batch => batch.State != ItemBatchState.Sent))
        {
            stop.ThrowIfCancellationRequested();
            if (!await SendAsync(row, account, batch, stop)) return;
        }

        await AskAsync(row, account, stop);
    }

    /// <summary>Sends a batch; false when the job waits or has failed.</summary>
    private async Task<bool> SendAsync(ItemJobRow row, AccountRow account, ItemBatchRow batch, CancellationToken stop)
    {
        // Written before the first byte left, by a process that has ended since.
        if (batch.State == ItemBatchState.Sending && (row.Operation == ItemOperation.Create || batch.Tries >= SendFailure.MostTries))
        {
            await progress.EndBatchAsync(row, batch, BatchOutcome.AllUnconfirmed(
                "The connector ended while it sent the item, so that Pinterest may have it."));
            return true;
        }

        if (keys.Find(row.WorkspaceId, row.KeyId) is not { RevokedAt: null })
        {
            await progress.FailAsync(row, ItemProblems.KeyRevoked(row.KeyId));
            return false;
        }

        try
        {
            DirectWrites.EnsureNotHeld(account);
            await progress.SendingAsync(row, batch);
            var items = JsonElement.Parse(batch.Items!);
            var wanted = new ItemBatchRequest(row.Country, row.Language, row.CatalogId, items);
            var sent = await calls.CallAsync(
                account, row.AdAccountId, AccountCapabilities.SendItems,
                (pinterest, session, token) => pinterest.SendItemsAsync(session, wanted, token), stop);
            await progress.SentAsync(row, batch, sent.BatchId!);
            return true;
        }
        catch (Exception error) when (IsRefusal(error))
        {
            return await AfterAsync(row, batch, error);
        }
    }

    private async Task<bool> AfterAsync(ItemJobRow row, ItemBatchRow batch, Exception error)
    {
        var failure = (error as PinterestException)?.Failure;
        var problem = SendFailure.ProblemOf(error);
        var tries = batch.Tries + 1;
        switch (SendFailure.Judge(failure, problem, row.Operation, tries))
        {
            case AfterFailure.Refused:
                await progress.EndBatchAsync(row, batch, BatchOutcome.AllRefused(failure!));
                return true;
            case AfterFailure.Unconfirmed:
                await progress.EndBatchAsync(row, batch, BatchOutcome.AllUnconfirmed(
                    $"Pinterest's answer was lost ({problem.Detail}), so that it may have the item."));
                return true;
            case AfterFailure.JobFails:
                await progress.NotSentAsync(row, batch);
                await progress.FailAsync(row, problem);
                return false;
            default:
                if (failure?.MayBeDone != true) await progress.NotSentAsync(row, batch);
                await WaitAsync(row, problem, Backoff.Longest(failure?.MayBeDone == true ? tries : 0));
                return false;
        }
    }

    /// <summary>Asks for each batch that Pinterest has; ends the job when none is left.</summary>
    private async Task AskAsync(ItemJobRow row, AccountRow account, CancellationToken stop)
    {
        DateTimeOffset? next = null;
        foreach (var batch in jobs.OpenBatches(row.Id))
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                if (await OutcomeAsync(row, account, batch, stop) is { } outcome)
                {
                    await progress.EndBatchAsync(row, batch, outcome);
                    continue;
                }
            }
            catch (Exception error) when (IsRefusal(error))
            {
                await WaitAsync(row, SendFailure.ProblemOf(error), Usual);
                return;
            }

            var now = clock.GetUtcNow();
            var again = now + PollPlan.Wait(now - batch.SentAt!.Value);
            next = next < again ? next : again;
        }

        if (next is null) await progress.EndAsync(row);
        else await progress.WaitAsync(row, "pinterest_processing", "Pinterest works the items; it is asked again.", next.Value);
    }

    private async Task<BatchOutcome?> OutcomeAsync(ItemJobRow row, AccountRow account, ItemBatchRow batch, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - batch.SentAt!.Value;
        try
        {
            var answer = await calls.CallAsync(
                account, row.AdAccountId, AccountCapabilities.SendItems,
                (pinterest, session, token) => pinterest.GetItemBatchAsync(session, batch.BatchId!, token), stop);
            if (BatchOutcome.Of(answer) is { } outcome) return outcome;
        }
        catch (PinterestException unknown) when (unknown.Failure.Status == 404)
        {
            if (since >= PollPlan.NotYetKnown)
                return BatchOutcome.AllUnconfirmed("Pinterest took the batch that the item was in, and does not know it any more.");
        }

        return since < PollPlan.Longest
            ? null
            : BatchOutcome.AllUnconfirmed("Pinterest took the item and had not ended its batch 24 hours later; nobody asks any more.");
    }

    private Task WaitAsync(ItemJobRow row, Problem problem, TimeSpan wanted)
    {
        var wait = new[] { Usual, wanted, problem.RetryAfter ?? TimeSpan.Zero }.Max();
        return progress.WaitAsync(row, problem.Code, $"{problem.Detail} {problem.Remediation}", clock.GetUtcNow() + wait);
    }

    private static bool IsRefusal(Exception error) =>
        error is ProblemException || PinterestProblems.Of(error) is not null;
}
