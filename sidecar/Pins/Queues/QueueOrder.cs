using Connector.Accounts;
using Connector.Pacing;

namespace Connector.Pins.Queues;

/// <summary>
/// Reads the ids of pins in the order in which they go, a batch at a time. Waiting pins come in parts: those with Pinterest now, those
/// of active accounts by their forecast, those of held accounts by their time, and those that nobody has approved yet.
/// </summary>
internal sealed class QueueOrder(QueueParts parts, AccountStore accounts, Forecaster forecasts)
{
    // As the indexes say it, which are found by no other words.
    private const string IsInQueue = $"status in {PinStatusSets.InQueue}", IsScheduled = $"status = '{PinStatus.Scheduled}'";

    public IEnumerable<IReadOnlyList<QueueCandidate>> Of(QueueFilter filter, string? cursor, int batch)
    {
        var all = PartsOf(filter);
        var (part, key) = QueueCursor.Read(cursor, all.Count);
        for (; part < all.Count; (part, key) = (part + 1, null))
        {
            IReadOnlyList<(string Id, string Key)> some;
            do
            {
                some = all[part](key, batch);
                if (some.Count == 0) break;

                var at = part;
                yield return [.. some.Select(each => new QueueCandidate(each.Id, QueueCursor.Write(at, each.Key)))];
                key = some[^1].Key;
            }
            while (some.Count == batch);
        }
    }

    private List<Part> PartsOf(QueueFilter filter)
    {
        var (active, held) = (filter.AccountIds.Where(IsActive).ToList(), filter.AccountIds.Where(id => !IsActive(id)).ToList());
        Part forecast = (key, most) => Forecast(filter, active, key, most);
        return filter.Status switch
        {
            null or PinStatus.Queued when filter.From is not null => [forecast],
            null =>
            [
                parts.ById(filter.AccountIds, PinStatus.Publishing), forecast, parts.ByTime(held, IsInQueue),
                parts.ById(filter.AccountIds, PinStatus.AwaitingApproval),
            ],
            PinStatus.Queued => [forecast, parts.ByTime(held, IsInQueue)],
            PinStatus.Scheduled => [parts.ByTime(filter.AccountIds, IsScheduled)],
            PinStatus.Publishing or PinStatus.AwaitingApproval => [parts.ById(filter.AccountIds, filter.Status)],
            PinStatus.Failed or PinStatus.Unconfirmed => [parts.LastFirst(filter.AccountIds, filter.Status)],
            PinStatus.Published when filter.AccountIds is [var only] => [parts.Published(only, filter)],
            _ => [parts.Ended()],
        };
    }

    /// <summary>By when each is expected to go, over all these accounts.</summary>
    private List<(string Id, string Key)> Forecast(QueueFilter filter, List<string> active, string? key, int most)
    {
        var (at, id) = key is null ? (filter.From ?? DateTimeOffset.MinValue, "") : After(QueueCursor.Time(key), active);
        return
        [
            .. active.SelectMany(Next).Order().Take(most).Select(each => (each.Id, QueueCursor.Of(each.At.UtcTicks, each.Id))),
        ];

        IEnumerable<ExpectedPin> Next(string accountId)
        {
            var all = forecasts.InOrder(accountId);
            return all
                .Skip(ExpectedPin.FirstFrom(all, at, id))
                .TakeWhile(each => !(each.At >= filter.Before))
                .Where(each => filter.BoardIds?.Contains(each.BoardId) != false && (each.At != at || each.Id != id))
                .Take(most);
        }
    }

    // The forecast may have been made anew since the page before: its last pin then goes at another time.
    private (DateTimeOffset At, string Id) After((long Ticks, string Id) last, List<string> active)
    {
        var now = active.Select(accountId => forecasts.Of(accountId).Of(last.Id)).FirstOrDefault(each => each is not null);
        return (now?.At ?? new DateTimeOffset(last.Ticks, TimeSpan.Zero), last.Id);
    }

    private bool IsActive(string accountId) => accounts.Find(accountId)?.Status == AccountStatus.Active;
}

/// <summary>Ids in the order of a part of the queue, each with its place in it: after that place, or from the beginning.</summary>
internal delegate IReadOnlyList<(string Id, string Key)> Part(string? after, int most);
