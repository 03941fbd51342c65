using Connector.Assets;
using Connector.Common;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Storage;

namespace Connector.Publishing.Videos;

/// <summary>Videos on their way to Pinterest; what is written about one is written about its pin in the same transaction.</summary>
internal sealed class VideoStore(Database database, PinTransitions transitions, TimeProvider clock)
{
    private const string IsUnbegun =
        $"""
        account_id = @accountId and media_type = '{PinContent.VideoType}' and media_id is null and status in {PinStatusSets.InQueue}
        and not exists (select 1 from videos where pin_id = pins.id)
        """;

    /// <summary>Every run of an account's worker asks it, so an index must answer it without reading all that waits.</summary>
    public const string NextDue = $"select due_at from pins where {IsUnbegun} order by due_at limit 1";

    /// <summary>Those under way, the first due first.</summary>
    public List<VideoRow> Of(string accountId) => database.Read(sql =>
        sql.Query<VideoRow>("select * from videos where account_id = @accountId order by due_at, pin_id", new { accountId }));

    /// <summary>When the first pin is due whose video has not begun yet; null when there is none.</summary>
    public DateTimeOffset? NextDueAt(string accountId) => database.Read(sql => sql.Find<DateTimeOffset?>(NextDue, new { accountId }));

    /// <summary>How many are with Pinterest, and their pins have yet to be created.</summary>
    public int Ready(string accountId, DateTimeOffset dueBefore) => (int)database.Read(sql => sql.Find<long>(
        $"""
        select count(*) from pins
        where account_id = @accountId and media_type = '{PinContent.VideoType}' and media_id is not null
          and status in {PinStatusSets.InQueue} and due_at <= @dueBefore
        """,
        new { accountId, dueBefore }));

    /// <summary>The pin, while it waits for its video.</summary>
    public PinRow? Pin(string pinId) => database.Read(sql =>
        sql.Find<PinRow>($"select * from pins where id = @pinId and status in {PinStatusSets.InQueue}", new { pinId }));

    /// <summary>Begins the next videos, in the order of their pins in the queue; returns which pins.</summary>
    public Task<List<string>> BeginAsync(string accountId, int most, DateTimeOffset dueBefore)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            var pins = sql.Query<PinRow>(
                $"select * from pins where {IsUnbegun} and due_at <= @dueBefore order by priority desc, place_at, id limit @most",
                new { accountId, dueBefore, most });
            foreach (var pin in pins) Add(sql, pin, now);
            return pins.ConvertAll(pin => pin.Id);
        });
    }

    /// <summary>
    /// After the clock was set back: none must wait for a time that only the wrong clock had.
    /// A step that failed before waits for the longest backoff at most.
    /// </summary>
    public async Task CorrectDueAsync(string accountId)
    {
        var now = clock.GetUtcNow();
        var args = new { accountId, now, later = now + Backoff.Cap };
        const string Late = "account_id = @accountId and (tries = 0 and due_at > @now or due_at > @later)";
        if (database.Read(sql => sql.Find<long>($"select exists (select 1 from videos where {Late})", args)) == 0) return;

        await database.WriteAsync(sql =>
            sql.Execute($"update videos set due_at = case when tries = 0 then @now else @later end where {Late}", args));
    }

    /// <summary>Writes how far it is; false when nobody waits for it any more.</summary>
    public Task<bool> WriteAsync(VideoRow before, VideoChange change)
    {
        var now = clock.GetUtcNow();
        return database.WriteSurelyAsync(sql => Write(sql, before, change, now), clock);
    }

    /// <summary>Its pin does not need it any more.</summary>
    public static void Remove(Sql sql, PinRow pin)
    {
        if (pin.MediaType == PinContent.VideoType) Remove(sql, pin.Id);
    }

    private static void Remove(Sql sql, string pinId) => sql.Execute("delete from videos where pin_id = @pinId", new { pinId });

    private static void Add(Sql sql, PinRow pin, DateTimeOffset now) => sql.Execute(
        """
        insert into videos (workspace_id, pin_id, account_id, step, since, due_at, asset_id)
        values (@WorkspaceId, @Id, @AccountId, @step, @now, @now, @AssetId)
        """,
        new { pin.WorkspaceId, pin.Id, pin.AccountId, pin.AssetId, now, step = pin.AssetId is null ? VideoStep.Fetch : VideoStep.Upload });

    private bool Write(Sql sql, VideoRow before, VideoChange change, DateTimeOffset now)
    {
        var row = change.Row;
        if (!Update(sql, row)) return false;
        if (before.AssetId is null && row.AssetId is { } fetched) AssetReferences.Add(sql, fetched, row.PinId);

        if (change.Failure is { } problem)
        {
            transitions.VideoFailed(sql, row.PinId, new PinError(problem.Code, problem.Detail, problem.Remediation, change.Retryable), now);
            return true;
        }

        if (!change.IsReady)
        {
            PinTransitions.AwaitVideo(sql, row.PinId, change.Message, row.DueAt, now);
            return true;
        }

        Remove(sql, row.PinId);
        PinTransitions.VideoReady(sql, row.PinId, row.MediaId!, now);
        return true;
    }

    private static bool Update(Sql sql, VideoRow row) => sql.Execute(
        """
        update videos set step = @Step, since = @Since, due_at = @DueAt, asset_id = @AssetId, media_id = @MediaId,
            registrations = @Registrations, tries = @Tries, failures = @Failures
        where pin_id = @PinId
        """,
        row) > 0;
}
