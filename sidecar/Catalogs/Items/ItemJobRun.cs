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
        foreach (var batch in jobs.OpenBatches(row.Id).Where(batch => batch.State != ItemBatchState.Sent))
        {
            stop.ThrowIfCancellationRequested();
            // Looked up for each, because somebody may disconnect or hold it in between.
            if (accounts.Find(row.AccountId) is not { } sender) break;
            if (!await SendAsync(row, sender, batch)) return;
        }

        if (accounts.Find(row.AccountId) is { } account) await AskAsync(row, account, stop);
        else await progress.FailAsync(row, ItemProblems.AccountGone(row.AccountId));
    }

    /// <summary>Sends a batch; false when the job waits or has failed.</summary>
    private async Task<bool> SendAsync(ItemJobRow row, AccountRow account, ItemBatchRow batch)
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

        var isBegun = false;
        try
        {
            DirectWrites.EnsureNotHeld(account);
            await progress.SendingAsync(row, batch);
            isBegun = true;
            var items = JsonElement.Parse(batch.Items!);
            var wanted = new ItemBatchRequest(row.Country, row.Language, row.CatalogId, items);
            // Not broken off when the process is asked to stop: nobody would know what became of the items. The call has a time-out.
            var sent = await calls.CallAsync(
                account, row.AdAccountId, AccountCapabilities.SendItems,
                (pinterest, session, token) => pinterest.SendItemsAsync(session, wanted, token), CancellationToken.None);
            await progress.SentAsync(row, batch, sent.BatchId!);
            return true;
        }
        catch (Exception error) when (IsRefusal(error))
        {
            return await AfterAsync(row, batch, error, isBegun);
        }
    }

    private async Task<bool> AfterAsync(ItemJobRow row, ItemBatchRow batch, Exception error, bool isBegun)
    {
        var failure = (error as PinterestException)?.Failure;
        var problem = SendFailure.ProblemOf(error);
        var tries = batch.Tries + 1;
        // It was sent before, and that answer was lost: what is said of this try says nothing of that one.
        var mayBeThere = batch.State == ItemBatchState.Sending;
        var judgement = SendFailure.Judge(failure, problem, row.Operation, tries);
        if (isBegun && !mayBeThere && failure?.MayBeDone != true && judgement is (AfterFailure.Wait or AfterFailure.JobFails))
            await progress.NotSentAsync(row, batch);
        switch (judgement)
        {
            case AfterFailure.Refused when !mayBeThere:
                await progress.EndBatchAsync(row, batch, BatchOutcome.AllRefused(failure!));
                return true;
            case AfterFailure.Refused or AfterFailure.Unconfirmed:
                await progress.EndBatchAsync(row, batch, BatchOutcome.AllUnconfirmed(
                    $"An answer of Pinterest's was lost, so that it may have the item; the last one was: {problem.Detail}"));
                return true;
            case AfterFailure.JobFails:
                await progress.FailAsync(row, problem);
                return false;
            default:
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
        return progress.WaitAsync(row, problem.Code, $"{problem.Detail} The job goes on by itself.", clock.GetUtcNow() + wait);
    }

    private static bool IsRefusal(Exception error) =>
        error is ProblemException || PinterestProblems.Of(error) is not null;
}
