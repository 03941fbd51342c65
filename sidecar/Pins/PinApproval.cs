using Connector.Http;
using Connector.Pacing;
using Connector.Pins.Lifecycle;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>Approves and rejects pins that wait for it, many in one commit; the outcomes are in the order of the ids.</summary>
/// <remarks>Whoever calls has made sure of the scope approve; pins of accounts that the caller does not see are not found.</remarks>
internal sealed class PinApproval(
    Database database, PinTransitions transitions, PinChanges changes, QueueChanges queue, Forecaster forecasts, TimeProvider clock)
{
    /// <summary>Lets pins go.</summary>
    /// <param name="caller">Whose key it is.</param>
    /// <param name="decision">Which pins, and who decided.</param>
    public Task<IReadOnlyList<DecidedPin>> ApproveAsync(Caller caller, PinDecision decision)
    {
        var by = decision.By ?? caller.Name;
        return DecideAsync(caller, decision, "approved", (sql, row, now) =>
        {
            EnsureMedia(row, now);
            return PinTransitions.Approve(sql, row.Id, by, now)!;
        });
    }

    /// <summary>Cancels pins; each says who rejected it, and why.</summary>
    /// <param name="caller">Whose key it is.</param>
    /// <param name="decision">Which pins, and who decided.</param>
    /// <param name="reason">For people; null when none is given.</param>
    public Task<IReadOnlyList<DecidedPin>> RejectAsync(Caller caller, PinDecision decision, string? reason)
    {
        var error = PinErrors.Rejected(decision.By ?? caller.Name, reason);
        return DecideAsync(caller, decision, "rejected", (sql, row, now) => transitions.Reject(sql, row.Id, error, now)!);
    }

    private async Task<IReadOnlyList<DecidedPin>> DecideAsync(
        Caller caller, PinDecision decision, string what, Func<Sql, PinRow, DateTimeOffset, PinRow> decide)
    {
        var now = clock.GetUtcNow();
        var decided = await database.WriteAsync(sql => decision.Ids.Select(Decide(sql)).ToList());
        foreach (var row in decided.Select(each => each.Row).OfType<PinRow>()) changes.Raise(row.Id);
        foreach (var accountId in decided.Select(each => each.Row?.AccountId).OfType<string>().Distinct())
        {
            forecasts.Invalidate(accountId);
            queue.RaiseChanged(accountId);
        }

        return decided;

        Func<string, DecidedPin> Decide(Sql sql) => id =>
        {
            try
            {
                var row = PinStore.Get(sql, caller, id);
                if (row.Status != PinStatus.AwaitingApproval) throw PinProblems.NotAwaiting(row, what);
                if (decision.SeenAt(id) is { } seen && seen != row.UpdatedAt) throw PinProblems.ChangedSince(row);
                return new DecidedPin(id, decide(sql, row, now), null);
            }
            catch (ProblemException refusal)
            {
                return new DecidedPin(id, null, refusal.Problem);
            }
        };
    }

    // An address that has expired while the pin waited is said now, when there is somebody who can give another.
    private static void EnsureMedia(PinRow row, DateTimeOffset now)
    {
        var due = row.WantedAt > now ? row.WantedAt.Value : now;
        foreach (var (url, field, _) in PinContent.From(row).Addresses) MediaExpiry.EnsureValidAt(url, due, field);
    }
}

/// <summary>Which pins are approved or rejected.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="By">Who decided, in a person's words; null for the name of the key.</param>
internal sealed record PinDecision(IReadOnlyList<string> Ids, string? By)
{
    /// <summary>The updated_at of the pin that was looked at: changed since, it is refused.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The same where several were looked at, by their ids.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset>? Seen { get; init; }

    public DateTimeOffset? SeenAt(string id) => Seen?.TryGetValue(id, out var at) is true ? at : UpdatedAt;
}

/// <summary>What became of one of the pins: its row, or why nothing changed.</summary>
internal sealed record DecidedPin(string Id, PinRow? Row, Problem? Problem)
{
    /// <exception cref="ProblemException">Nothing changed.</exception>
    public PinRow RowOrProblem() => Row ?? throw new ProblemException(Problem!);
}
