using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;

namespace Connector.Publishing.Worker;

/// <summary>
/// Holds an account after repeated outages or a refusal that every pin would meet, then probes whether Pinterest answers again.
/// </summary>
internal sealed class AccountCircuitBreaker(AccountStore accounts, AccountSessions sessions, PinterestClient pinterest, TimeProvider clock)
{
    private readonly FailureStreak _outages = new();

    /// <summary>Records how an attempt ended, and holds the account when further attempts would fail too.</summary>
    public async Task RecordAsync(string accountId, AttemptResult result)
    {
        if (result.Next == NextAction.Hold) await HoldAsync(accountId, Refusal(result));
        if (!result.IsOutage)
        {
            if (result.Outcome is AttemptOutcome.Accepted or AttemptOutcome.Refused) _outages.Close();
            return;
        }

        _outages.Fail();
        if (_outages.IsOpen) await HoldAsync(accountId, Outage(result));
    }

    /// <summary>A hold is over: one read tells whether Pinterest answers this account again.</summary>
    public async Task ProbeAsync(AccountRow account, CancellationToken cancellation)
    {
        try
        {
            await sessions.CallAsync(account.Id, (session, token) => pinterest.GetUserAccountAsync(session, token), cancellation);
            _outages.HalfOpen();
            await accounts.ResumeAsync(account, andLinks: false);
        }
        catch (Exception error) when (error is PinterestException or TokenRefreshException or ProblemException)
        {
            _outages.Fail();
            var until = Now + (ProbeAfter(account.HeldCode) ?? _outages.Pause);
            await HoldAsync(account.Id, new AccountHold(account.HeldCode!, account.HeldReason!, until));
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private AccountHold Refusal(AttemptResult result) =>
        new(result.ErrorCode ?? "account_held", result.Message!, Now + ProbeAfter(result.ErrorCode));

    private AccountHold Outage(AttemptResult result) => new(
        "pinterest_unavailable",
        $"Pinterest could not be reached or failed {_outages.Count} times in a row: {result.Message} "
            + "Nothing needs to be done; it is tried again by itself.",
        Now + _outages.Pause);

    // Only what time can heal is probed; the rest needs a person.
    private static TimeSpan? ProbeAfter(string? code) => code switch
    {
        "spam_blocked" => TimeSpan.FromDays(1),
        "capability_unavailable" => TimeSpan.FromHours(1),
        _ => null,
    };

    // A token that is dead and a hold that the user asked for are not replaced.
    private async Task HoldAsync(string accountId, AccountHold hold)
    {
        if (accounts.Find(accountId) is not { Status: not AccountStatus.ReconnectRequired } account) return;
        if (account.HeldCode != AccountHold.ByUser.Code) await accounts.HoldAsync(account, hold);
    }
}
