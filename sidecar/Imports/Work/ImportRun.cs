using Connector.Accounts;
using Connector.Boards;
using Connector.Common;
using Connector.Http;
using Connector.Imports.Mapping;
using Connector.Imports.Reading;
using Connector.Imports.Store;
using Connector.Keys;
using Connector.Pins;

namespace Connector.Imports.Work;

/// <summary>Works an import from where it is to its end, or until it has to wait.</summary>
internal sealed class ImportRun(
    ItemReaders readers, ImportProgress progress, PinBatch pins, BoardMaker boards, AccountStore accounts, KeyStore keys,
    ImportKeys known, DryRunPlan plan, TimeProvider clock)
{
    // Small, so that a kill repeats little and other writes never wait long.
    private const int MostRows = 50;

    public async Task RunAsync(ImportRow row, CancellationToken stop)
    {
        if (!await MayGoOnAsync(row)) return;
        if (row.Total is null) row = await progress.CountAsync(row, await CountAsync(row, stop));
        if (row.IsDryRun) row = await progress.RestartAsync(row);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(AccountSettings.From(accounts.Find(row.AccountId)!).TimeZone);
        var planner = new RowPlanner(row, ReadyMapping.Of(row), zone);
        var work = new Work(row, planner, row.IsSpread ? await PlacesAsync(row, planner, stop) : null);
        await foreach (var rows in BatchesAsync(work, stop))
        {
            if (!await MayGoOnAsync(work.Row) || !await WorkAsync(work, rows, stop)) return;
        }

        var last = row.IsDryRun ? await plan.WriteAsync(work.Row, work.Drafts) : null;
        await progress.EndAsync(
            work.Row, work.Row.Failed > 0 ? ImportStatus.CompletedWithErrors : ImportStatus.Completed, expectedAt: last);
    }

    /// <summary>Ends an import in whose name nothing may be done any more: its account is disconnected, or its key revoked.</summary>
    private async Task<bool> MayGoOnAsync(ImportRow row)
    {
        var problem = accounts.Find(row.AccountId) is null ? Problems.AccountNotFound(row.AccountId).Problem
            : keys.Find(row.WorkspaceId, row.KeyId) is { RevokedAt: null } ? null
            : ImportProblems.KeyRevoked(row.KeyId);
        if (problem is not null) await progress.EndAsync(row, ImportStatus.Failed, problem);
        return problem is null;
    }

    private async Task<long> CountAsync(ImportRow row, CancellationToken stop)
    {
        var count = 0L;
        await foreach (var _ in readers.ReadAsync(row, stop)) count++;
        return count;
    }

    // Reckoned from when it was accepted, so that a kill moves nothing.
    private async Task<SeasonPlaces> PlacesAsync(ImportRow row, RowPlanner planner, CancellationToken stop)
    {
        var places = new SeasonPlaces(accounts.Find(row.AccountId)!, row.CreatedAt);
        await foreach (var item in readers.ReadAsync(row, stop))
        {
            var plan = planner.Of(item);
            // Of pictures that take turns one goes.
            foreach (var pin in plan.TakesNextOf is null ? plan.Pins : plan.Pins.Take(1)) places.Count(pin);
        }

        return places;
    }

    private async IAsyncEnumerable<List<RowPlan>> BatchesAsync(
        Work work, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var (passed, size, batch, done) = (0L, 0L, new List<RowPlan>(MostRows), work.Row.Done);
        await foreach (var item in readers.ReadAsync(work.Row, stop))
        {
            var plan = work.Plan(item);
            if (passed++ < done) continue;
            batch.Add(plan);
            size += item.Size;
            if (batch.Count < MostRows && size < ImportItem.MostTogether) continue;
            yield return batch;
            batch = new List<RowPlan>(MostRows);
            size = 0;
        }

        if (batch.Count > 0) yield return batch;
    }

    /// <summary>Works some rows; false when the import waits.</summary>
    private async Task<bool> WorkAsync(Work work, List<RowPlan> rows, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var taken = known.PinsOf(work.Row.AccountId, rows.SelectMany(NextPicture.Keys));
        var plans = rows.ConvertAll(row => NextPicture.Choose(row, taken.ContainsKey));
        CreatePinRequest[] requests = [.. plans.SelectMany(each => each.Pins)];
        try
        {
            if (work.Row.IsDryRun) await TryAsync(work, plans, requests, stop);
            else await AcceptAsync(work, plans, requests, stop);
            return true;
        }
        catch (WaitException wait)
        {
            await progress.WaitAsync(work.Row, wait.Problem.Code, wait.Message, clock.GetUtcNow() + NotNow.Wait(wait.Problem), 0);
            return false;
        }
        catch (StorageUnavailableException full) when (!full.IsFinal)
        {
            await progress.WaitAsync(work.Row, "storage_unavailable", full.Message, clock.GetUtcNow() + TimeSpan.FromMinutes(1), 0);
            return false;
        }
    }

    private async Task AcceptAsync(Work work, List<RowPlan> plans, CreatePinRequest[] requests, CancellationToken stop)
    {
        var caller = work.Caller;
        if (ReadyMapping.Read(work.Row.Mapping).CreateIfMissing) await EnsureBoardsAsync(work, requests, stop);
        var drafts = await DraftsAsync(work, requests, request => pins.PrepareAsync(caller, request, stop));
        var before = work.Row;
        var after = before;
        await pins.StoreAsync(drafts, (sql, added) =>
        {
            after = progress.Advance(sql, before, before.Done + plans.Count, RowResults.Of(plans, drafts, added));
            known.See(sql, before.WorkspaceId, before.AccountId, RowResults.Keys(drafts, added));
        });
        work.Row = after;
    }

    private async Task TryAsync(Work work, List<RowPlan> plans, CreatePinRequest[] requests, CancellationToken stop)
    {
        var makesBoards = ReadyMapping.Read(work.Row.Mapping).CreateIfMissing;
        var drafts = await DraftsAsync(work, requests, async request =>
        {
            var draft = await pins.InspectAsync(work.Caller, request, stop);
            var isMade = makesBoards && draft.Problem?.Code is "board_not_found" or "section_not_found";
            return isMade ? draft with { Problem = null } : draft;
        });
        var results = RowResults.Of(plans, drafts, null);
        work.Expect(plans, drafts);
        work.Row = await progress.AdvanceAsync(work.Row, work.Row.Done + plans.Count, results);
    }

    private async Task<List<PinDraft>> DraftsAsync(Work work, CreatePinRequest[] requests, Func<CreatePinRequest, Task<PinDraft>> make)
    {
        var earlier = known.PinsOf(work.Row.AccountId, requests.Select(request => request.IdempotencyKey!));
        var drafts = new List<PinDraft>();
        foreach (var request in requests)
        {
            var draft = earlier.TryGetValue(request.IdempotencyKey!, out var pinId)
                ? new PinDraft(request) { EarlierId = pinId }
                : await make(request);
            // One that cannot be had now ends it at once: each of the others would wait for the same.
            if (draft.Problem is { } problem && NotNow.Is(problem)) throw new WaitException(problem);
            drafts.Add(draft);
        }

        return drafts;
    }

    private async Task EnsureBoardsAsync(Work work, CreatePinRequest[] requests, CancellationToken stop)
    {
        foreach (var board in requests.Select(request => request.Board!.Trim()).Where(work.Boards.Add))
        {
            try
            {
                await boards.EnsureAsync(work.Caller, work.Row.AccountId, board, stop);
            }
            catch (Exception refusal) when (ProblemOf(refusal) is { } problem)
            {
                work.Boards.Remove(board);
                // A board that Pinterest does not take is said for each of its rows.
                if (NotNow.Is(problem)) throw new WaitException(problem);
            }
        }
    }

    private static Problem? ProblemOf(Exception error) => error is ProblemException known ? known.Problem : PinterestProblems.Of(error);

    /// <summary>The import has to wait.</summary>
    private sealed class WaitException(Problem problem) : Exception($"{problem.Detail} {problem.Remediation}")
    {
        public Problem Problem { get; } = problem;
    }
}
