using Connector.Accounts;
using Connector.Pacing;

namespace Connector.Pins.Plans;

/// <summary>Simulates queues with pins that do not exist yet.</summary>
internal sealed class Planner(Forecaster forecasts, PaceLedger pace, QueueReader queues, TimeProvider clock)
{
    /// <param name="pins">The pins, in their order.</param>
    /// <param name="seeksSooner">Whether it is found out what leaving out each rule would change: a simulation more for each.</param>
    public Plan Plan(IReadOnlyList<(AccountRow Account, string BoardId, PlannedPin Pin)> pins, bool seeksSooner = true)
    {
        var goes = new PlannedGo[pins.Count];
        var accounts = new List<PlannedAccount>();
        foreach (var group in pins.Index().GroupBy(each => each.Item.Account.Id))
        {
            var account = group.First().Item.Account;
            var planned = group
                .Select(each => (each.Index, each.Item.BoardId, Paced: Paced(each.Index, each.Item.BoardId, each.Item.Pin)))
                .ToList();
            accounts.Add(account.Status == AccountStatus.Active
                ? PlanOf(account.Id, planned, goes, seeksSooner)
                : Held(account, planned, goes));
        }

        return new Plan(goes, accounts);
    }

    private PlannedAccount PlanOf(
        string accountId, List<(int Index, string BoardId, PacedPin Paced)> planned, PlannedGo[] goes, bool seeksSooner)
    {
        List<PacedPin> queue = [.. queues.Queue(accountId), .. planned.Select(pin => pin.Paced)];
        var asked = planned.Select(pin => pin.Paced.Id).ToHashSet();
        var forecast = forecasts.Simulate(accountId, queue, only: asked);
        foreach (var (index, boardId, pin) in planned)
        {
            var expected = forecast[pin.Id];
            goes[index] = new PlannedGo(index, accountId, boardId, expected.At, expected.Position, expected.Rule, expected.Why);
        }

        var last = LastAt(forecast);
        if (!seeksSooner) return new PlannedAccount(accountId, planned.Count, last, []);

        var sooner = pace.RulesOf(accountId).Intersect(planned.Select(pin => goes[pin.Index].Rule).OfType<string>()).AsParallel()
            .Select(rule => new SoonerWithout(rule, LastAt(forecasts.Simulate(accountId, queue, rule, asked)), 0))
            .Select(without => without with { SecondsSooner = (long)(last - without.LastAt).TotalSeconds })
            .Where(without => without.SecondsSooner > 0)
            .OrderByDescending(without => without.SecondsSooner);
        return new PlannedAccount(accountId, planned.Count, last, [.. sooner]);

        DateTimeOffset LastAt(IReadOnlyDictionary<string, Expected> forecast) => planned.Max(pin => forecast[pin.Paced.Id].At);
    }

    private static PlannedAccount Held(AccountRow account, List<(int Index, string BoardId, PacedPin Paced)> planned, PlannedGo[] goes)
    {
        foreach (var (index, boardId, _) in planned)
            goes[index] = new PlannedGo(index, account.Id, boardId, null, null, "account_hold", account.HeldReason);
        return new PlannedAccount(account.Id, planned.Count, null, []);
    }

    private PacedPin Paced(int index, string boardId, PlannedPin pin)
    {
        var now = clock.GetUtcNow();
        var at = pin.PublishAt > now ? pin.PublishAt.Value : now;
        // The place is that of the pin's time, so pins of the same time that are stored already are published first.
        return new PacedPin
        {
            Id = $"planned_{index:0000}",
            BoardId = boardId,
            LinkUrl = pin.LinkUrl,
            LinkDomain = LinkDomain.Of(pin.LinkUrl),
            Priority = pin.Priority,
            PlaceAt = at,
            DueAt = at,
        };
    }
}
