using Connector.Assets;
using Connector.Common;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Storage;

namespace Connector.Publishing.Videos;

/// <summary>Videos on their way to Pinterest; what is written about one is written about its pin in the same transaction.</summary>
internal sealed class VideoStore(Database database, TimeProvider clock)
{
    private const string WaitCode = "media_processing";

    private const string Waits = "status in ('scheduled', 'queued')";
    private const string Unbegun = $"account_id = @accountId and media_type = 'video' and media_id is null and {Waits} and not exists (select 1 from videos where pin_id = pins.id)";

    /// <summary>Every turn of a lane asks it, so it must not walk through all that waits.</summary>
    public const string NextDue = $"select due_at from pins where {Unbegun} order by due_at limit 1";

    /// <summary>Those under way, the first due first.</summary>
    public List<VideoRow> Of(string accountId) => database.Read(sql => sql.Query<VideoRow>("select * from videos where account_id = @accountId order by due_at, pin_id", new { accountId }));

    /// <summary>When the first pin is due whose video has not begun yet; null when there is none.</summary>
    public DateTimeOffset? NextDueAt(string accountId) => database.Read(sql => sql.Find<DateTimeOffset?>(NextDue, new { accountId }));

    /// <summary>How many are with Pinterest, and their pins have yet to be created.</summary>
    public int Ready(string accountId, DateTimeOffset dueBefore) => (int)database.Read(sql => sql.Find<long>(
        $"select count(*) from pins where account_id = @accountId and media_type = 'video' and media_id is not null and {Waits} and due_at <= @dueBefore", new { accountId, dueBefore }));

    public PinRow? Pin(string pinId) => database.Read(sql => sql.Find<PinRow>($"select * from pins where id = @pinId and {Waits}", new { pinId }));

    /// <summary>Begins the next videos, in the order in which their pins go; returns which pins.</summary>
    public Task<List<string>> BeginAsync(string accountId, int most, DateTimeOffset dueBefore)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var pins = sql.Query<PinRow>($"select * from pins where {Unbegun} and due_at <= @dueBefore order by priority desc, place_at, id limit @most", new { accountId, dueBefore, most });
            foreach (var pin in pins)
            {
                sql.Execute(
                    "insert into videos (pin_id, account_id, step, since, due_at, asset_id) values (@Id, @AccountId, @step, @now, @now, @AssetId)",
                    new { pin.Id, pin.AccountId, pin.AssetId, now, step = pin.AssetId is null ? VideoStep.Fetch : VideoStep.Upload });
            }

            return pins.ConvertAll(pin => pin.Id);
        });
    }

    /// <summary>After the clock was set back: none must wait for a time that only the wrong clock had. What had trouble waits no longer than trouble ever makes it.</summary>
    public async Task CorrectDueAsync(string accountId)
    {
        var now = clock.GetUtcNow();
        var args = new { accountId, now, later = now + Backoff.Cap };
        const string Early = "account_id = @accountId and (tries = 0 and due_at > @now or due_at > @later)";
        if (database.Read(sql => sql.Find<long>($"select exists (select 1 from videos where {Early})", args)) == 0) return;

        await database.WriteAsync(sql => sql.Execute($"update videos set due_at = case when tries = 0 then @now else @later end where {Early}", args));
    }

    /// <summary>Writes how far it is; false when nobody waits for it any more.</summary>
    public Task<bool> WriteAsync(VideoRow before, VideoChange move)
    {
        var now = clock.GetUtcNow();
        return database.WriteSurelyAsync(sql => Write(sql, before, move, now), clock);
    }

    private static bool Write(Sql sql, VideoRow before, VideoChange move, DateTimeOffset now)
    {
        var row = move.Row;
        var changed = sql.Execute(
            """
            update videos set step = @Step, since = @Since, due_at = @DueAt, asset_id = @AssetId, media_id = @MediaId,
                registrations = @Registrations, tries = @Tries, failures = @Failures
            where pin_id = @PinId
            """,
            row);
        if (changed == 0) return false;
        if (before.AssetId is null && row.AssetId is { } fetched) AssetReferences.Add(sql, fetched, row.PinId);

        var args = new { row.PinId, row.MediaId, row.DueAt, now, move.Message, move.Failure?.Code, move.Failure?.Detail, move.Failure?.Remediation, move.Retryable };
        if (move.IsReady) sql.Execute("delete from videos where pin_id = @PinId", args);
        sql.Execute($"update pins set {Change(move)}, updated_at = @now where id = @PinId and {Waits}", args);
        if (move.Failure is not null) PinEvents.Ended(sql, row.PinId, now);
        return true;
    }

    private static string Change(VideoChange move) => move switch
    {
        { IsReady: true } => "media_id = @MediaId, wait_code = null, wait_message = null, wait_until = null",
        { Failure: not null } => "status = 'failed', error_code = @Code, error_message = @Detail, error_remediation = @Remediation, retryable = @Retryable, wait_code = null, wait_message = null, wait_until = null",
        _ => $"wait_code = '{WaitCode}', wait_message = @Message, wait_until = @DueAt",
    };
}
