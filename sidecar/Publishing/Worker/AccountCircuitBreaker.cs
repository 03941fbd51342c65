using Connector.Accounts;
using Connector.Pins;
using Connector.Pinterest;

namespace Connector.Publishing.Worker;

/// <summary>Stops a lane that would only run into the same wall again, and finds out when the wall is gone.</summary>
internal sealed class AccountCircuitBreaker(AccountStore accounts, AccountSessions sessions, PinterestClient pinterest, TimeProvider clock)
{
    /// <summary>So many failures of Pinterest or the network in a row stop the lane.</summary>
    private const int FailuresToOpen = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromMinutes(15);

    private int _failures;

    /// <summary>Takes note of how an attempt ended, and holds the account where going on makes no sense.</summary>
    public async Task RecordAsync(string accountId, AttemptResult verdict)
    {
        if (verdict.Next == NextAction.Hold) await HoldAsync(accountId, new AccountHold(verdict.ErrorCode ?? "account_held", verdict.Message!, clock.GetUtcNow() + Probe(verdict.ErrorCode)));
        if (!verdict.IsOutage)
        {
            if (verdict.Outcome is AttemptOutcome.Accepted or AttemptOutcome.Refused) _failures = 0;
            return;
        }

        if (++_failures < FailuresToOpen) return;
        await HoldAsync(accountId, new AccountHold("pinterest_unavailable",
            $"Pinterest could not be reached or failed {_failures} times in a row: {verdict.Message} Nothing needs to be done; it is tried again by itself.", clock.GetUtcNow() + Pause));
    }

    /// <summary>A hold's time is over: one read tells whether Pinterest answers this account again.</summary>
    public async Task ProbeAsync(AccountRow row, CancellationToken cancellation)
    {
        try
        {
            await sessions.CallAsync(row.Id, (session, token) => pinterest.GetUserAccountAsync(session, token), cancellation);
            // One failure more, and it is held again.
            _failures = FailuresToOpen - 1;
            await accounts.ResumeAsync(row, andLinks: false);
        }
        catch (Exception error) when (error is PinterestException or TokenRefreshException or Http.ProblemException)
        {
            _failures++;
            await HoldAsync(row.Id, new AccountHold(row.HeldCode!, row.HeldReason!, clock.GetUtcNow() + (Probe(row.HeldCode) ?? Pause)));
        }
    }

    private TimeSpan Pause
    {
        get
        {
            var pause = FirstPause * Math.Pow(2, Math.Clamp(_failures - FailuresToOpen, 0, 8));
            return pause < LongestPause ? pause : LongestPause;
        }
    }

    // What a wait can heal is tried again by itself; the rest needs a person.
    private static TimeSpan? Probe(string? code) => code switch
    {
        "spam_blocked" => TimeSpan.FromDays(1),
        "capability_unavailable" => TimeSpan.FromHours(1),
        _ => null,
    };

    private async Task HoldAsync(string accountId, AccountHold hold)
    {
        if (accounts.Find(accountId) is { Status: not AccountStatus.ReconnectRequired } row && row.HeldCode != AccountHold.ByUser.Code) await accounts.HoldAsync(row, hold);
    }
}
