using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Storage;

namespace Connector.Publishing.Reconciliation;

/// <summary>Pins whose outcome is unknown, and what is found out about them.</summary>
internal sealed class ReconciliationStore(Database database, PinTransitions transitions, TimeProvider clock)
{
    // A statement takes that many parameters and more; the listing of a board can have thousands of pins.
    private const int IdsAtOnce = 500;

    /// <summary>The account's pin whose lookup is due first.</summary>
    public PinRow? Next(string accountId) => database.Read(sql => sql.Find<PinRow>(
        $"""
        select * from pins where account_id = @accountId and status = '{PinStatus.Publishing}' and wait_code = '{WaitCode.Reconciling}'
        order by due_at limit 1
        """,
        new { accountId }));

    /// <summary>Which of these pins on Pinterest are other pins of ours, in any workspace that has the same Pinterest user.</summary>
    public HashSet<string> Claimed(PinRow pin, IEnumerable<string> pinterestPinIds) => database.Read(sql => pinterestPinIds
        .Chunk(IdsAtOnce)
        .SelectMany(ids => sql.Query<string>(
            """
            select p.pinterest_pin_id from pins p
            join accounts theirs on theirs.id = p.account_id
            join accounts ours on ours.environment = theirs.environment and ours.pinterest_user_id = theirs.pinterest_user_id
            where ours.id = @AccountId and p.id <> @Id and p.pinterest_pin_id in @ids
            """,
            new { pin.AccountId, pin.Id, ids }))
        .ToHashSet());

    /// <summary>Writes the evidence and what follows from it; false when somebody else has resolved the pin meanwhile.</summary>
    public Task<bool> WriteAsync(PinRow pin, AttemptRow attempt, IReadOnlyList<BoardLookup> lookups, ReconciliationStep step)
    {
        var now = clock.GetUtcNow();
        return database.WriteSurelyAsync(sql => transitions.Reconcile(sql, pin, attempt, lookups, step, now), clock);
    }
}
