using Connector.Pacing;
using Connector.Pins.Queues;
using Connector.Pins.Rows;
using Connector.Pins.View;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>
/// Lists pins in the order in which they go, as the forecasts of their accounts' queues have it, and those that have ended.
/// </summary>
internal sealed class PinQueue(Database database, QueueOrder order, Forecaster forecasts, PinView view)
{
    /// <summary>How many pins are looked at for one page, whatever is searched.</summary>
    public const int Most = 5_000;

    private const int Batch = 500;

    public PinQueuePage Page(QueueFilter filter, string? cursor, int limit)
    {
        var rows = new List<PinRow>();
        var (looked, place) = (0, (string?)null);
        foreach (var batch in order.Of(filter, cursor, filter.IsNarrow ? Batch : limit + 1))
        {
            var found = Matching(filter, batch);
            foreach (var candidate in batch)
            {
                if (rows.Count == limit || looked == Most) return Shown(place, isCutShort: rows.Count < limit);

                (looked, place) = (looked + 1, candidate.Place);
                if (found.TryGetValue(candidate.Id, out var row)) rows.Add(row);
            }
        }

        return Shown(null, isCutShort: false);

        PinQueuePage Shown(string? next, bool isCutShort) => new([.. rows.Select(view.ShowMany())], next, looked, isCutShort);
    }

    /// <summary>How many pins wait for their time or their turn.</summary>
    public long Count(IReadOnlyList<string> accountIds) => accountIds.Sum(accountId => (long)forecasts.Of(accountId).Count);

    /// <summary>The account's pins that are expected to go in that time, in their order.</summary>
    public IReadOnlyList<ExpectedPin> Planned(string accountId, DateTimeOffset from, DateTimeOffset before)
    {
        var all = forecasts.InOrder(accountId);
        var (first, end) = (ExpectedPin.FirstFrom(all, from), ExpectedPin.FirstFrom(all, before));
        return [.. all.Skip(first).Take(end - first)];
    }

    /// <summary>How many of the account's pins went out in that time, and the first of them.</summary>
    public (long Count, IReadOnlyList<Pin> First) Published(string accountId, DateTimeOffset from, DateTimeOffset before, int most)
    {
        const string Then =
            $"account_id = @accountId and status = '{PinStatus.Published}' and published_at >= @from and published_at < @before";
        var args = new { accountId, from, before, most };
        return database.Read(sql =>
        {
            var first = sql.Query<PinRow>($"select * from pins where {Then} order by published_at, id limit @most", args);
            var count = first.Count < most ? first.Count : sql.Find<long>($"select count(*) from pins where {Then}", args);
            return (count, (IReadOnlyList<Pin>)[.. first.Select(view.ShowMany())]);
        });
    }

    // One pin after the other with a statement that stays prepared: of a list the mapper makes hundreds of parameters each time.
    private Dictionary<string, PinRow> Matching(QueueFilter filter, IReadOnlyList<QueueCandidate> among) => database.Read(sql =>
    {
        var (text, args) = QueueMatch.Statement(filter);
        var found = new Dictionary<string, PinRow>();
        foreach (var candidate in among)
        {
            var statement = sql.Prepared(text).Bind(candidate.Id);
            foreach (var value in args) statement.Bind(value);
            if (statement.Find(PinReader.Read) is { } row) found[row.Id] = row;
        }

        return found;
    });
}

/// <summary>A page of the queue.</summary>
/// <param name="Pins">In the order in which they go; those that have ended, the last first.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
/// <param name="Looked">How many pins were looked at for it.</param>
/// <param name="IsCutShort">More may be found on the next page: as many were looked at as one page may.</param>
internal sealed record PinQueuePage(IReadOnlyList<Pin> Pins, string? NextCursor, int Looked, bool IsCutShort);
