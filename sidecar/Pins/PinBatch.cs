using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Intake;
using Connector.Pins.Plans;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>Accepts pins together with what else is to be written about them: all of it is on disk, or nothing.</summary>
internal sealed class PinBatch(
    PinPreparation preparation, PinInspector inspector, EarlierPins earlier, PinStore pins, Planner planner, QueueChanges queue)
{
    /// <summary>Checks one as accepting it would; nothing is stored.</summary>
    public Task<PinDraft> PrepareAsync(Caller caller, CreatePinRequest request, CancellationToken cancellation) =>
        OrProblemAsync(request, () => DraftAsync(caller, request, cancellation));

    /// <summary>Every check of a pin but those over the network; nothing is stored or fetched.</summary>
    public async Task<PinDraft> InspectAsync(Caller caller, CreatePinRequest request, CancellationToken cancellation) =>
        await OrProblemAsync(request, async () =>
        {
            if (NewPins.ProblemOf(request) is { } wrong) return new PinDraft(request) { Problem = wrong };
            if (earlier.Find(caller, request, request.IdempotencyKey) is { } known) return new PinDraft(request) { EarlierId = known.Id };

            var seen = await inspector.InspectAsync(caller, request, RequestedChecks.Nothing, cancellation, reckons: false);
            return new PinDraft(request)
            {
                BoardId = seen.Resolved.BoardId,
                Problem = seen.Checks.FirstOrDefault(check => check.HasFailed) is { } failed ? PinDraft.ProblemOf(failed) : null,
                Warnings = [.. seen.Checks.Where(check => check.Warns)],
            };
        });

    /// <summary>Stores those that are right, in one transaction with what <paramref name="beside"/> writes.</summary>
    /// <param name="drafts">What was prepared.</param>
    /// <param name="beside">Is given the pin of each draft, new or earlier, or null where there is a problem; may refuse it all.</param>
    public async Task StoreAsync(IReadOnlyList<PinDraft> drafts, Action<Sql, IReadOnlyList<AddedPin?>> beside)
    {
        var stored = await pins.AddAsync(
            [.. drafts.Select(draft => draft.Prepared).OfType<PreparedPin>().Select(pin => (pin.Row, pin.Content.Image))],
            (sql, rows) => beside(sql, Added(drafts, rows)));
        foreach (var pin in stored.Where(pin => pin.IsNew && PinStatus.IsInQueue(pin.Row.Status)))
            queue.RaiseAdded(pin.Row.AccountId, needsVideo: pin.Row.AwaitsVideo);
    }

    /// <summary>When pins of an account would go out, in their order.</summary>
    public IReadOnlyList<PlannedGo> Plan(AccountRow account, IReadOnlyList<PinDraft> drafts) => planner.Plan(
    [
        .. drafts.Select(draft => (account, draft.BoardId!, new PlannedPin
        {
            LinkUrl = draft.Request.LinkUrl,
            PublishAt = WantedAt(account, draft.Request),
        })),
    ], seeksSooner: false).Pins;

    // What was only looked at has not got its season yet.
    private static DateTimeOffset? WantedAt(AccountRow account, CreatePinRequest pin) =>
        pin.WantedAt ?? SeasonRules.WindowOf(pin.EventDate, pin.LeadDays, account)?.From;

    /// <summary>The warning about a pin that goes at that time, when its season is over by then; null when it is not.</summary>
    public static Check? LateFor(AccountRow account, CreatePinRequest pin, DateTimeOffset goesAt) =>
        SeasonRules.WindowOf(pin.EventDate, pin.LeadDays, account) is { } season && season.IsLateAt(goesAt)
            ? SeasonAdvice.Check(season, pin.PublishAt, goesAt)
            : null;

    /// <summary>Whether that is what a check says.</summary>
    public static bool IsLate(Check check) => check.Code == SeasonAdvice.Late;

    private async Task<PinDraft> DraftAsync(Caller caller, CreatePinRequest request, CancellationToken cancellation)
    {
        if (NewPins.ProblemOf(request) is { } wrong) return new PinDraft(request) { Problem = wrong };
        if (earlier.Find(caller, request, request.IdempotencyKey) is { } known) return new PinDraft(request) { EarlierId = known.Id };

        var pin = await preparation.PrepareAsync(caller, request, request.IdempotencyKey, RequestedChecks.Nothing, cancellation);
        return new PinDraft(request)
        {
            Prepared = pin,
            BoardId = pin.Row.BoardId,
            Warnings = pin.Row.Season is { } season && SeasonAdvice.Check(season, pin.Row.PublishAt, pin.Row.DueAt) is { Warns: true } late
                ? [.. pin.Warnings, late]
                : pin.Warnings,
        };
    }

    private static async Task<PinDraft> OrProblemAsync(CreatePinRequest request, Func<Task<PinDraft>> prepare)
    {
        try
        {
            return await prepare();
        }
        catch (ProblemException refusal)
        {
            return new PinDraft(request) { Problem = refusal.Problem };
        }
        catch (Exception refusal) when (PinterestProblems.Of(refusal) is { } problem)
        {
            return new PinDraft(request) { Problem = problem };
        }
    }

    private static List<AddedPin?> Added(IReadOnlyList<PinDraft> drafts, IReadOnlyList<StoredPin> stored)
    {
        var rows = new Queue<StoredPin>(stored);
        return [.. drafts.Select(Of)];

        AddedPin? Of(PinDraft draft) => draft switch
        {
            { Prepared: not null } when rows.Dequeue() is var row => new AddedPin(row.Row.Id, row.IsNew),
            { EarlierId: { } id } => new AddedPin(id, false),
            _ => null,
        };
    }
}

/// <summary>A pin before it is stored: prepared, there already, or refused.</summary>
internal sealed record PinDraft(CreatePinRequest Request)
{
    public Problem? Problem { get; init; }

    /// <summary>The pin that has its idempotency key.</summary>
    public string? EarlierId { get; init; }

    public string? BoardId { get; init; }

    /// <summary>What could do better.</summary>
    public IReadOnlyList<Check> Warnings { get; init; } = [];

    internal PreparedPin? Prepared { get; init; }

    public static Problem ProblemOf(Check failed) =>
        new(422, failed.Code ?? failed.Name, "The pin would be refused.", failed.Message ?? "", failed.Remediation ?? "");
}

/// <summary>A pin that is on disk.</summary>
internal sealed record AddedPin(string Id, bool IsNew);
