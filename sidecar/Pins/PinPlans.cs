using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Plans;

namespace Connector.Pins;

/// <summary>Tells when pins would be published if they were accepted and approved now; nothing is stored.</summary>
internal sealed class PinPlans(AccountChoice accounts, BoardDirectory boards, Planner planner, TimeProvider clock)
{
    /// <summary>The same for who writes the request; its fields are checked here, because nobody did before.</summary>
    public Task<Plan> CheckAndReadAsync(Caller caller, PlanRequest request, CancellationToken cancellation)
    {
        RequestCheck.Ensure(request);
        foreach (var pin in request.Pins) RequestCheck.Ensure((object)pin);
        return ReadAsync(caller, request, cancellation);
    }

    public async Task<Plan> ReadAsync(Caller caller, PlanRequest request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var pins = new List<(AccountRow Account, string BoardId, PlannedPin Pin)>();
        var warnings = new List<IReadOnlyList<Check>>();
        foreach (var (index, pin) in request.Pins.Index())
        {
            PublishTime.Ensure(pin.PublishAt, now, $"pins[{index}].publish_at");
            SeasonRules.Ensure(pin.EventDate, now, $"pins[{index}].event_date");
            var account = accounts.Of(caller, pin.AccountId, $"pins[{index}].account_id");
            var board = await boards.ResolveAsync(account.Id, new BoardReference(pin.BoardId, pin.Board), reads: false, cancellation);
            pins.Add((account, board.BoardId, pin));
            warnings.Add([.. RequestAdvice.Of(pin, board, now).Append(AccountAdvice.OfApproval(account)).Where(check => check.Warns)]);
        }

        var wanted = WantedPin.Of(pins, request.Spread is true, now);
        var plan = planner.Plan([.. pins.Zip(wanted, (pin, at) => pin with { Pin = pin.Pin with { PublishAt = at.NotBefore } })]);
        return plan with
        {
            Pins = [.. plan.Pins.Select(go => wanted[go.Index].Show(go with { Warnings = warnings[go.Index] }, now))],
        };
    }
}
