using Connector.Accounts;
using Connector.Http;
using Connector.Imports.Store;
using Connector.Pins;

namespace Connector.Imports.Work;

/// <summary>Finds out when the pins of a dry run would go out, behind all that waits already.</summary>
internal sealed class DryRunPlan(AccountStore accounts, PinBatch pins, ImportProgress progress)
{
    /// <summary>How many are reckoned with: at the usual pace these are weeks, and more of them would take long.</summary>
    public const int MostPins = 2000;

    private const int Written = 500;

    /// <summary>Writes it; returns when the last would go out, or null when that is not known.</summary>
    public async Task<DateTimeOffset?> WriteAsync(ImportRow row, IReadOnlyList<(long Number, PinDraft Draft)> drafts)
    {
        if (drafts.Count == 0 || accounts.Find(row.AccountId) is not { } account) return null;

        var goes = pins.Plan(account, [.. drafts.Select(each => each.Draft)]);
        foreach (var some in drafts.Zip(goes, (each, go) => (each.Number, go.ExpectedAt, Late(each.Draft, go))).Chunk(Written))
            await progress.ExpectAsync(row, some);
        return drafts.Count < MostPins ? goes.Max(go => go.ExpectedAt) : null;

        // One that is late by itself was said to be so already.
        Check? Late(PinDraft draft, PlannedGo go) =>
            go.ExpectedAt is { } at && !draft.Warnings.Any(PinBatch.IsLate) ? PinBatch.LateFor(account, draft.Request, at) : null;
    }
}
