using System.Text.Json;
using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Imports;
using Connector.Pins;
using Connector.Sources.Deciding;
using Connector.Sources.Store;

namespace Connector.Sources.Work;

/// <summary>Makes pins of the items of a source, and changes those that wait.</summary>
internal sealed class SourcePins(
    SourceItems items, PinBatch pins, PinEdits edits, BoardMaker boards, WatchedFiles files, TimeProvider clock)
{
    /// <summary>Does what follows from some items; all that is new is on disk afterwards, with the items.</summary>
    /// <param name="check">What is being checked.</param>
    /// <param name="seen">The items, each key once.</param>
    /// <param name="stop">Ends it between two items.</param>
    public async Task TakeAsync(SourceCheck check, IReadOnlyList<SeenItem> seen, CancellationToken stop)
    {
        var known = items.Known(check.Row.Id, seen.Select(item => item.Key));
        var rows = new List<SourceItemRow>();
        var makes = new List<SeenItem>();
        foreach (var item in seen)
        {
            var before = known.GetValueOrDefault(item.Key);
            switch (ItemDecision.Of(before, item, check.Row.From, check.IsFirstRun))
            {
                case ItemStep.Make:
                    makes.Add(item);
                    break;
                case ItemStep.Edit:
                    rows.Add(await EditAsync(check, before!, item, stop));
                    break;
                case ItemStep.ComeBack:
                    rows.Add(Back(before!));
                    break;
                case ItemStep.LeaveOld:
                    rows.Add(Row(check, null, item) with { State = SourceItemState.Old });
                    break;
                case ItemStep.LeaveOut:
                    rows.Add(Row(check, before, item) with { State = item.StateWithoutPin, Problem = item.Problem });
                    break;
            }
        }

        if (makes.Count == 0 && rows.Count == 0) return;

        var drafts = await DraftsAsync(check, makes, stop);
        await pins.StoreAsync(drafts, (sql, added) =>
        {
            SourceProgress.EnsureMine(sql, check.Row);
            var made = makes.Select((item, at) => Made(Row(check, known.GetValueOrDefault(item.Key), item), drafts[at], added[at]));
            SourceItems.Write(sql, rows.Concat(made));
            var pinned = drafts.Zip(added).Where(each => each.Second is not null);
            var keys = pinned.Select(each => (each.First.Request.IdempotencyKey!, each.Second!.Id));
            files.See(sql, check.Row.WorkspaceId, check.Row.AccountId, keys);
        });
    }

    private async Task<List<PinDraft>> DraftsAsync(SourceCheck check, List<SeenItem> makes, CancellationToken stop)
    {
        var requests = makes.ConvertAll(item => check.Asked(item.Request!));
        if (check.MakesBoards) await EnsureBoardsAsync(check, requests, stop);
        var earlier = files.PinsOf(check.Row.AccountId, requests.Select(request => request.IdempotencyKey!));
        var drafts = new List<PinDraft>();
        foreach (var request in requests)
        {
            stop.ThrowIfCancellationRequested();
            var draft = earlier.TryGetValue(request.IdempotencyKey!, out var pinId)
                ? new PinDraft(request) { EarlierId = pinId }
                : await pins.PrepareAsync(check.Caller, request, stop);
            Refuse(draft.Problem);
            drafts.Add(draft);
        }

        return drafts;
    }

    private async Task EnsureBoardsAsync(SourceCheck check, List<CreatePinRequest> requests, CancellationToken stop)
    {
        foreach (var board in requests.Select(request => request.Board!.Trim()).Where(check.Boards.Add))
        {
            try
            {
                await boards.EnsureAsync(check.Caller, check.Row.AccountId, board, stop);
            }
            catch (Exception refusal) when (ProblemOf(refusal) is { } problem)
            {
                // A board that Pinterest does not take is said for each of its items.
                check.Boards.Remove(board);
                Refuse(problem);
            }
        }
    }

    private async Task<SourceItemRow> EditAsync(SourceCheck check, SourceItemRow before, SeenItem item, CancellationToken stop)
    {
        var row = Back(before) with { Content = item.Content, DatedAt = item.DatedAt, Problem = null, ChangedAt = clock.GetUtcNow() };
        var (edit, keepsMedia) = ItemChange.Of(
            JsonSerializer.Deserialize<ImportedPin>(before.Content!, Json.Options)!,
            JsonSerializer.Deserialize<ImportedPin>(item.Content!, Json.Options)!,
            awaitsApproval: !check.Row.IsAutoApproved);
        if (keepsMedia) row = row with { Problem = Stored(SourceProblems.MediaKept) };
        if (edit is null) return row;

        try
        {
            await edits.CheckAndChangeAsync(check.Caller, before.PinId!, edit, stop);
            return row;
        }
        catch (Exception refusal) when (ProblemOf(refusal) is { } problem)
        {
            Refuse(problem);
            // It is published or canceled, or nobody keeps it any more: there is nothing to change.
            return problem.Code is "state_conflict" or "not_found" ? row with { Problem = null }
                : row with { Problem = Stored(ImportProblem.Of(problem)) };
        }
    }

    private SourceItemRow Row(SourceCheck check, SourceItemRow? known, SeenItem item)
    {
        var now = clock.GetUtcNow();
        return new SourceItemRow
        {
            SourceId = check.Row.Id,
            Key = item.Key,
            Content = item.Content,
            DatedAt = item.DatedAt,
            FirstSeenAt = known?.FirstSeenAt ?? now,
            ChangedAt = now,
        };
    }

    private static SourceItemRow Made(SourceItemRow row, PinDraft draft, AddedPin? added) => row with
    {
        PinId = added?.Id,
        State = added switch { null => SourceItemState.Failed, { IsNew: true } => SourceItemState.Pinned, _ => SourceItemState.Existing },
        Problem = draft.Problem is { } problem ? Stored(ImportProblem.Of(problem)) : null,
    };

    private static SourceItemRow Back(SourceItemRow row) => row with
    {
        Missing = 0,
        State = row.State == SourceItemState.Gone ? row.StateBefore ?? SourceItemState.Pinned : row.State,
        StateBefore = null,
    };

    // One that cannot be had now ends the check at once: each of the others would wait for the same.
    private static void Refuse(Problem? problem)
    {
        if (problem is not null && NotNow.Is(problem)) throw new SourceWaitException(problem, NotNow.Wait(problem));
    }

    private static string Stored(ImportProblem problem) => JsonSerializer.Serialize(problem, Json.Options);

    private static Problem? ProblemOf(Exception error) => error is ProblemException known ? known.Problem : PinterestProblems.Of(error);
}
