using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>Domains that Pinterest has blocked for an account: pins that link there wait, the others do not.</summary>
internal sealed class LinkHolds(Database database, TimeProvider clock)
{
    // One operator's practice after a blocked link; sooner, Pinterest would be asked in vain.
    private static readonly TimeSpan Length = TimeSpan.FromDays(1);

    /// <summary>Pinterest refused this pin's link; the account's queued pins to the same domain wait. Returns which, and why.</summary>
    public async Task<(LinkHold Hold, List<string> Waiting)> HoldAsync(PinRow pin, string pinterestsWords)
    {
        var now = clock.GetUtcNow();
        var hold = new LinkHold
        {
            AccountId = pin.AccountId,
            Domain = pin.LinkDomain!,
            Reason = Reason(pin.LinkDomain, pinterestsWords),
            Until = now + Length,
        };
        return (hold, await database.WriteAsync(sql => PinTransitions.HoldLink(sql, hold, now)));
    }

    /// <summary>Why pins of the account that lead there wait; null when they do not.</summary>
    public string? ReasonOf(string accountId, string domain) => database.Read(sql => sql.Find<string>(
        "select reason from link_holds where account_id = @accountId and domain = @domain and until > @now",
        new { accountId, domain, now = clock.GetUtcNow() }));

    /// <summary>The hold of the pin's domain, also one that is over.</summary>
    public static LinkHold? OfPin(Sql sql, string pinId) => sql
        .Prepared(
            """
            select h.account_id, h.domain, h.reason, h.until from link_holds h
            join pins p on p.account_id = h.account_id and p.link_domain = h.domain
            where p.id = $1
            """)
        .Bind(pinId)
        .Find(row => new LinkHold
        {
            AccountId = row.Text(0)!,
            Domain = row.Text(1)!,
            Reason = row.Text(2)!,
            Until = row.Time(3)!.Value,
        });

    public static void Put(Sql sql, LinkHold hold) => sql.Execute(
        """
        insert into link_holds (workspace_id, account_id, domain, reason, until)
        select workspace_id, id, @Domain, @Reason, @Until from accounts where id = @AccountId
        on conflict (account_id, domain) do update set reason = excluded.reason, until = excluded.until
        """,
        hold);

    public static void Remove(Sql sql, LinkHold hold) =>
        sql.Execute("delete from link_holds where account_id = @AccountId and domain = @Domain", hold);

    public static void RemoveAll(Sql sql, string accountId) =>
        sql.Execute("delete from link_holds where account_id = @accountId", new { accountId });

    private static string Reason(string? domain, string pinterestsWords) =>
        $"Pinterest blocks links to {domain}: {pinterestsWords} Check the site, appeal at https://help.pinterest.com, or change link_url; "
        + "POST /v1/accounts/{id}/resume tries again sooner.";
}

/// <summary>A row of <c>link_holds</c>.</summary>
internal sealed record LinkHold
{
    public string AccountId { get; init; } = "";
    public string Domain { get; init; } = "";
    public string Reason { get; init; } = "";
    public DateTimeOffset Until { get; init; }
}
