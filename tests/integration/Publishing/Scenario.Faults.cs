using Connector.Accounts;
using Connector.Simulator.Faults;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing;

/// <summary>What goes wrong around the sidecar.</summary>
internal sealed partial class Scenario
{
    private static readonly string[] Anywhere =
    [
        "accept_then_drop", "error_after_create", "drop_before_read", "truncated_body", "html", "server_error", "slow_headers", "slow_body",
        "rate_limited", "token_expired", "app_not_approved",
    ];

    // Answers to a create that Pinterest does not document.
    private static readonly int[] Statuses = [302, 402, 405, 406, 408, 409, 410, 413, 418, 425, 451, 499];

    /// <summary>Every fault that a create, a renewal, a listing of pins or a probe can meet.</summary>
    public static readonly IReadOnlyList<(string Fault, string Operation)> Strikes =
    [
        .. FaultCatalog.All.Where(fault => fault.Value.Operation == "create_pin").Select(fault => (fault.Key, "create_pin")),
        ("conflict", "create_pin"),
        .. FaultCatalog.All.Where(fault => fault.Value.Operation == "refresh_token").Select(fault => (fault.Key, "refresh_token")),
        .. FaultCatalog.All.Where(fault => fault.Value.Operation == "list_*_pins").Select(fault => (fault.Key, "list_*_pins")),
        .. from operation in new[] { "refresh_token", "list_*_pins", "get_user_account" } from fault in Anywhere select (fault, operation),
        ("scope_missing", "list_*_pins"),
        ("board_gone", "list_*_pins"),
        ("spam_blocked", "list_*_pins"),
    ];

    private void OrderFault(int argument)
    {
        var (fault, operation) = Strikes[argument % Strikes.Count];
        if (fault == "list_lag" && _clockJumped) return;

        _listingsLagged |= fault == "list_lag";
        var isSlow = fault.StartsWith("slow_", StringComparison.Ordinal);
        _app.Services.GetRequiredService<ActiveFaults>().Add(new FaultRule("simulator", fault)
        {
            Operation = operation,
            Times = 1 + argument % 3,
            Seconds = isSlow && argument % 2 == 0 ? ManualClock.Stall.TotalSeconds : fault == "list_lag" ? argument % 290 : 5,
            Headers = argument % 4 > 0,
            Status = Statuses[argument % Statuses.Length],
        });
    }

    /// <summary>
    /// An administrator or NTP sets the clock. The simulator has the same clock, so a listing that lags would lag for as long as it was
    /// set back, which is longer than all lookups.
    /// </summary>
    private void Jump(TimeSpan by)
    {
        if (_listingsLagged) return;

        _clock.Jump(by);
        _clockJumped = true;
    }

    /// <summary>The access token has to be renewed: it is over, or soon will be.</summary>
    private Task AgeTokenAsync(bool isOver) => _app.Services.GetRequiredService<AccountStore>().ChangeAsync(sql => sql.Execute(
        "update accounts set refresh_due_at = @now, access_token_expires_at = @end where id = @_account",
        new { _account, now = _clock.GetUtcNow(), end = _clock.GetUtcNow().AddDays(isOver ? 0 : 7) }));
}
