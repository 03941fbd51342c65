using Connector.Http;
using Connector.Pacing;
using Connector.Pins.View;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>What a person wants to know of many pins at once, without reading them all.</summary>
internal sealed class PinOverview(Database database, Forecaster forecasts, PinStore pins, PinView view)
{
    private const string Seen =
        "account_id in (select id from accounts where workspace_id = @WorkspaceId and deleted_at is null) and ";

    /// <summary>How many of the caller's pins wait for somebody, by account; accounts without any are left out.</summary>
    /// <param name="caller">Sees only the accounts of its key.</param>
    /// <param name="status">One whose pins have an index: awaiting_approval, failed or unconfirmed.</param>
    public IReadOnlyDictionary<string, long> Count(Caller caller, string status) => database
        .Read(sql => sql.Query<(string AccountId, long Count)>(
            // Written out, because an index limited to a status is not found by a parameter.
            $"select account_id, count(*) from pins where {Seen} {IndexedStatus(status)} group by account_id",
            new { caller.WorkspaceId }))
        .Where(each => caller.MaySee(each.AccountId))
        .ToDictionary(each => each.AccountId, each => each.Count);

    /// <summary>The accounts that have pins which wait or are on Pinterest.</summary>
    public IReadOnlySet<string> Accounts(Caller caller) => database
        .Read(sql => sql.Query<string>(
            $"""
            select id from accounts a
            where workspace_id = @WorkspaceId and deleted_at is null and (
                exists (select 1 from pins where account_id = a.id and pinterest_pin_id is not null)
                or exists (select 1 from pins where account_id = a.id and status in ('scheduled', 'queued'))
                or exists (select 1 from pins where account_id = a.id and status = '{PinStatus.AwaitingApproval}'))
            """,
            new { caller.WorkspaceId }))
        .Where(caller.MaySee)
        .ToHashSet();

    /// <summary>The account's pins that are expected to go out first, as the forecast of its queue has it.</summary>
    public IReadOnlyList<Pin> Next(Caller caller, string accountId, int limit) =>
        Find(caller, forecasts.InOrder(accountId).Take(limit).Select(each => each.Id));

    /// <summary>Pins that wait for approval, the oldest first.</summary>
    /// <param name="caller">Sees only the accounts of its key.</param>
    /// <param name="accountId">Only of this one; null for all.</param>
    /// <param name="from">The id of the first, or of the last when they are read backwards; null for the oldest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="isBackwards">Those before it, the nearest first.</param>
    public IReadOnlyList<Pin> Awaiting(Caller caller, string? accountId, string? from, int limit, bool isBackwards = false) =>
    [
        .. database.Read(sql => sql.Query<PinRow>(
            $"""
            select * from pins
            where {Seen} status = '{PinStatus.AwaitingApproval}'
                {(caller.AccountIds is null ? "" : "and account_id in @AccountIds")}
                {(accountId is null ? "" : "and account_id = @accountId")}
                {(from is null ? "" : isBackwards ? "and id < @from" : "and id >= @from")}
            order by id {(isBackwards ? "desc" : "")} limit @limit
            """,
            new { caller.WorkspaceId, caller.AccountIds, accountId, from, limit })).Select(view.ShowMany()),
    ];

    /// <summary>A pin with why it waits and when it is expected to be published.</summary>
    public Pin Get(Caller caller, string id) => view.Show(pins.Get(caller, id));

    /// <summary>Those of these pins that are still there and that the caller sees, in this order.</summary>
    public IReadOnlyList<Pin> Find(Caller caller, IEnumerable<string> ids) =>
        [.. ids.Select(id => pins.Find(caller, id)).OfType<PinRow>().Select(view.ShowMany())];

    private static string IndexedStatus(string status) => status is PinStatus.AwaitingApproval or PinStatus.Failed or PinStatus.Unconfirmed
        ? $"status = '{status}'"
        : throw new ArgumentException($"There is no index of pins that are {status}.", nameof(status));
}
