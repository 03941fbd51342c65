using Connector.Storage;

namespace Connector.Pins;

/// <summary>Domains that Pinterest has blocked for an account: pins that link there wait, the others go on.</summary>
internal sealed class LinkHolds(Database database, TimeProvider clock)
{
    public const string WaitCode = "link_hold";

    // One operator's practice after a blocked link, and long enough not to hammer.
    private static readonly TimeSpan Length = TimeSpan.FromDays(1);

    /// <summary>Pinterest refused this pin's link; the account's queued pins to the same domain wait.</summary>
    public Task<List<string>> HoldAsync(PinRow pin, string pinterestsWords)
    {
        var now = clock.GetUtcNow();
        var args = new { pin.AccountId, pin.LinkDomain, reason = Reason(pin.LinkDomain, pinterestsWords), until = now + Length, now };
        return database.WriteAsync(sql =>
        {
            sql.Execute(
                """
                insert into link_holds (account_id, domain, reason, until) values (@AccountId, @LinkDomain, @reason, @until)
                on conflict (account_id, domain) do update set reason = excluded.reason, until = excluded.until
                """,
                args);
            sql.Execute($"update pins set due_at = @until, {Wait} where account_id = @AccountId and status = 'queued' and link_domain = @LinkDomain", args);
            return sql.Query<string>("select id from pins where account_id = @AccountId and wait_code = 'link_hold' and link_domain = @LinkDomain", args);
        });
    }

    /// <summary>Why pins of the account that lead there wait; null when they do not.</summary>
    public string? ReasonOf(string accountId, string domain) => database.Read(sql => sql.Find<string>(
        "select reason from link_holds where account_id = @accountId and domain = @domain and until > @now", new { accountId, domain, now = clock.GetUtcNow() }));

    /// <summary>Inside a claim: puts the pin off when its domain is held; a hold whose time is over is forgotten, and this pin tries it.</summary>
    public static bool DeferIfHeld(Sql sql, string pinId, DateTimeOffset now)
    {
        var hold = sql.Find<HoldRow>(
            "select h.account_id, h.domain, h.reason, h.until from link_holds h join pins p on p.account_id = h.account_id and p.link_domain = h.domain where p.id = @pinId",
            new { pinId });
        if (hold is null) return false;

        if (hold.Until <= now)
        {
            sql.Execute("delete from link_holds where account_id = @AccountId and domain = @Domain", hold);
            return false;
        }

        sql.Execute($"update pins set due_at = @Until, {Wait} where id = @pinId and status = 'queued'", new { pinId, hold.Until, reason = hold.Reason, now });
        return true;
    }

    private const string Wait = "wait_code = 'link_hold', wait_message = @reason, updated_at = @now";

    private static string Reason(string? domain, string pinterestsWords) =>
        $"Pinterest blocks links to {domain}: {pinterestsWords} Check the site, appeal at https://help.pinterest.com, or change link_url; POST /v1/accounts/{{id}}/resume tries again sooner.";

    private sealed record HoldRow
    {
        public string AccountId { get; init; } = "";
        public string Domain { get; init; } = "";
        public string Reason { get; init; } = "";
        public DateTimeOffset Until { get; init; }
    }
}
