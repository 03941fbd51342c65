using Connector.Accounts;
using Connector.Common;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Webhooks;

namespace Connector.Pins.Intake;

/// <summary>Accepts a pin: once it returns, the pin is on disk.</summary>
internal sealed class PinIntake(
    PinPreparation preparation, RequestReferences references, EarlierPins earlier, PinStore pins, PinAdvice advice, QueueChanges queue)
{
    public async Task<AcceptedPin> AcceptAsync(
        Caller caller, CreatePinRequest request, string? key, RequestedChecks wanted, CancellationToken cancellation)
    {
        try
        {
            var pin = await preparation.PrepareAsync(caller, request, key, wanted, cancellation);
            // Read before the pin is stored: nothing that can fail may come after.
            var ofAccount = advice.OfAccount(pin.Account);
            return await AfterStoredAsync(pin, (await pins.AddAsync([(pin.Row, pin.Content.Image)]))[0], ofAccount);
        }
        catch (Exception refusal)
            when ((refusal is ProblemException or StorageUnavailableException) && earlier.Find(caller, request, key) is not null)
        {
            // A repeated request gets its earlier pin, whatever has changed since, such as the name of its board.
            return await RepeatAsync(caller, request, earlier.Find(caller, request, key)!);
        }
    }

    /// <summary>Accepts many in one commit; what is wrong with one stops no other.</summary>
    public async Task<List<AcceptedPin>> AcceptAsync(Caller caller, IReadOnlyList<ParsedPin> requests, CancellationToken cancellation)
    {
        var drafts = new List<Draft>();
        foreach (var (request, problem) in requests) drafts.Add(await DraftAsync(caller, request, problem, cancellation));

        var ofAccounts = drafts.Select(draft => draft.Pin?.Account).OfType<AccountRow>().DistinctBy(account => account.Id)
            .ToDictionary(account => account.Id, advice.OfAccount);
        var stored = await pins.AddAsync(
            [.. drafts.Select(draft => draft.Pin).OfType<PreparedPin>().Select(pin => (pin.Row, pin.Content.Image))]);
        var rows = new Queue<StoredPin>(stored);
        var accepted = new List<AcceptedPin>();
        foreach (var draft in drafts)
        {
            var row = draft.Pin is null ? null : rows.Dequeue();
            accepted.Add(await OrProblemAsync(() => FinishAsync(caller, draft, row, ofAccounts)));
        }

        return accepted;
    }

    private async Task<Draft> DraftAsync(Caller caller, CreatePinRequest? request, Problem? problem, CancellationToken cancellation)
    {
        if (problem is not null) return new Draft(null, null, new ProblemException(problem));
        try
        {
            var pin = await preparation.PrepareAsync(caller, request!, request!.IdempotencyKey, RequestedChecks.Nothing, cancellation);
            return new Draft(request, pin, null);
        }
        catch (ProblemException refusal)
        {
            return new Draft(request, null, refusal);
        }
    }

    private Task<AcceptedPin> FinishAsync(Caller caller, Draft draft, StoredPin? stored, Dictionary<string, Check> ofAccounts) =>
        draft switch
        {
            { Pin: { } pin } => AfterStoredAsync(pin, stored!, ofAccounts[pin.Account.Id]),
            { Request: { } request } when earlier.Find(caller, request, request.IdempotencyKey) is { } same =>
                RepeatAsync(caller, request, same),
            _ => throw draft.Refusal!,
        };

    private async Task<AcceptedPin> AfterStoredAsync(PreparedPin pin, StoredPin stored, Check ofAccount)
    {
        var row = pin.Row;
        if (!stored.IsNew)
            return await earlier.RepeatAsync(
                stored.Row, row.RequestHash, row.CallbackUrl is { } url ? new Callback(url, row.CallbackKeyId!) : null);

        if (PinStatus.IsInQueue(stored.Row.Status)) queue.RaiseAdded(pin.Account.Id, needsVideo: stored.Row.AwaitsVideo);
        return new AcceptedPin(stored.Row, pin.Account)
        {
            Warnings = [.. pin.Warnings, .. PinAdvice.Warnings(ofAccount, pin.Content, stored)],
        };
    }

    private Task<AcceptedPin> RepeatAsync(Caller caller, CreatePinRequest request, PinRow same) =>
        earlier.RepeatAsync(same, earlier.HashOf(request), references.Callback(caller, request));

    private static async Task<AcceptedPin> OrProblemAsync(Func<Task<AcceptedPin>> finish)
    {
        try
        {
            return await finish();
        }
        catch (ProblemException refusal)
        {
            return new AcceptedPin(null, null) { Problem = refusal.Problem };
        }
        catch (StorageUnavailableException unavailable)
        {
            // Others of the batch are on disk already.
            return new AcceptedPin(null, null) { Problem = Problems.StorageUnavailable(unavailable.Message, isCertain: false) };
        }
    }

    /// <summary>One pin of a batch before the commit: prepared, or refused.</summary>
    private sealed record Draft(CreatePinRequest? Request, PreparedPin? Pin, ProblemException? Refusal);
}

/// <summary>A pin that is on disk, with its account when it is new; or why it is not.</summary>
internal sealed record AcceptedPin(PinRow? Row, AccountRow? Account)
{
    public Problem? Problem { get; init; }

    /// <summary>What could do better.</summary>
    public IReadOnlyList<Check> Warnings { get; init; } = [];

    /// <summary>The answer about it: as it is shown, with what could do better.</summary>
    public Pin With(Pin shown) => shown with { Warnings = [.. Warnings, .. SeasonAdvice.Warnings(Row!, shown)] };
}
