using Connector.Common;
using Connector.Storage;

namespace Connector.Webhooks.Events;

/// <summary>
/// Gives events their places in the feed, one after the other, once they are committed: several processes write events at once, so their
/// ids are not in the order of their commits, and a reader that went past an id would miss an earlier one.
/// </summary>
/// <remarks>
/// Whoever gives places holds one row until the commit, so places are seen in their order and have no gaps. Every replica does it for what
/// it wrote, and twice a second for what others may have left.
/// </remarks>
internal sealed partial class EventPlaces(Database database, ILogger<EventPlaces> logger) : BackgroundService
{
    private const int MostAtOnce = 2000;

    private const string Give =
        """
        with due as (
            select id, row_number() over (order by xid, id) as n from (
                select id, xid from events where place is null order by xid, id limit @most) unplaced)
        update events set place = lpad(cast(@last + due.n as text), 16, '0') from due where events.id = due.id
        """;

    private readonly WakeSignal _wake = new(TimeProvider.System);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        database.Announced += OnAnnounced;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        database.Announced -= OnAnnounced;
        return base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => WorkerLoop.RunAsync(
        _wake, () => GiveAsync(stoppingToken), error => Log.NotGiven(logger, error), TimeProvider.System, stoppingToken);

    /// <summary>Gives their places to all events that are committed, for whoever wants to read what has just happened.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        // There may be more of them than are placed at once.
        var given = database.IsShared ? 1 : 0;
        while (given > 0 && AnyUnplaced() && !cancellation.IsCancellationRequested)
            given = await database.WriteAsync(Place, WriteKind.Apart);
    }

    private bool AnyUnplaced() => database.Read(sql =>
        sql.Prepared("select 1 from events where place is null limit 1").Find(row => row.Number(0))) is not null;

    private async Task<DateTimeOffset?> GiveAsync(CancellationToken stop)
    {
        await CatchUpAsync(stop);
        return null;
    }

    private static int Place(Sql sql)
    {
        var last = sql.Find<long>(
            "insert into feed_places (id, last) values (1, 0) on conflict (id) do update set last = feed_places.last returning last");
        // A statement of its own: only what was committed when the row was ours is seen by it.
        var given = sql.Execute(Give, new { last, most = MostAtOnce });
        if (given == 0) return 0;

        sql.Execute("update feed_places set last = @now where id = 1", new { now = last + given });
        sql.Announce(Outbox.FeedTopic);
        return given;
    }

    private void OnAnnounced(string topic)
    {
        if (topic is Outbox.EventTopic or Database.Everything) _wake.Wake();
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error, "New events could not be given their places in the feed; it is tried again in a second, and none is lost.")]
        public static partial void NotGiven(ILogger logger, Exception error);
    }
}
