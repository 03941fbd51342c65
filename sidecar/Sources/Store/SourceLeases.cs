using Connector.Storage;

namespace Connector.Sources.Store;

/// <summary>Who looks at which source: one process at a time.</summary>
internal sealed class SourceLeases(Database database, TimeProvider clock) : RowLeases(database, clock)
{
    // A source that ends the process each time does so no more often than this.
    private static readonly TimeSpan AfterCrash = TimeSpan.FromMinutes(5);

    protected override string Next =>
        """
        select min(case when coalesce(leased_until, 0) > next_check_at then leased_until else next_check_at end)
        from sources where paused = 0 and id not in @busy
        """;

    protected override string Taken => "select count(*) from sources where leased_until is not null";

    protected override string Forget => "update sources set owner = null, leased_until = null where leased_until is not null";

    protected override string Renew => "update sources set leased_until = @until where id = @id and owner = @Owner";

    /// <summary>Takes the source that is due for longest; null when none is due.</summary>
    /// <param name="busy">Those that are worked here already.</param>
    public Task<SourceRow?> ClaimAsync(IReadOnlyCollection<string> busy)
    {
        var now = Clock.GetUtcNow();
        return Database.WriteAsync(sql =>
        {
            var row = sql.Find<SourceRow>(
                """
                select * from sources
                where paused = 0 and next_check_at <= @now and coalesce(leased_until, 0) <= @now and id not in @busy
                order by next_check_at, id limit 1
                """,
                new { now, busy });
            if (row is null) return null;

            var taken = row with { Owner = Owner, LeasedUntil = now + Duration, NextCheckAt = now + AfterCrash };
            sql.Execute(
                """
                update sources set owner = @Owner, leased_until = @LeasedUntil, next_check_at = @NextCheckAt, forced = 0 where id = @Id
                """,
                new { taken.Id, taken.Owner, taken.LeasedUntil, taken.NextCheckAt });
            return taken;
        });
    }

    /// <summary>Lets others look at it at once, because this process stops.</summary>
    public Task ReleaseAsync(SourceRow row)
    {
        var now = Clock.GetUtcNow();
        return Database.WriteAsync(sql =>
        {
            sql.Execute(
                """
                update sources set owner = null, leased_until = null, next_check_at = @now,
                    forced = case when forced = 1 then 1 else @Forced end
                where id = @Id and owner = @Owner
                """,
                new { row.Id, row.Owner, row.Forced, now });
        });
    }
}
