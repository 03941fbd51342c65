using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;

namespace Connector.Publishing.Worker;

/// <summary>
/// Holds an account during an outage or after a refusal that every pin would meet, and finds out whether it may go on.
/// </summary>
internal sealed class AccountCircuitBreaker(
    AccountStore accounts, AccountSessions sessions, PinterestClient pinterest, AccountLog log, TimeProvider clock)
{
    // Between attempts in an outage; between reads, which leave nothing behind, when not even they are answered.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1), PauseOfReads = TimeSpan.FromSeconds(15);

    private readonly OutageWatch _outages = new(clock);

    /// <summary>The account, if another attempt may start beside those that are under way.</summary>
    public AccountRow? Admit(string accountId, int underWay)
    {
        if (accounts.Find(accountId) is not { } account || (_outages.IsOutage && underWay > 0)) return null;
        return account.Status == AccountStatus.Active || MayProbe(account) ? account : null;
    }

    /// <summary>It is held for an outage, and attempts may find out whether that is over.</summary>
    public bool MayProbe(AccountRow account) => IsOutage(account) && _outages.MayProbe;

    /// <summary>Records how an attempt ended, and holds the account when further attempts would fail too.</summary>
    public async Task RecordAsync(string accountId, AttemptResult result)
    {
        if (result.Next == NextAction.Hold) await HoldAsync(accountId, Refusal(result));
        if (!result.IsOutage && result.Outcome is not (AttemptOutcome.Accepted or AttemptOutcome.Refused)) return;

        await RecordAsync(accountId, result.IsOutage, result.Message);
    }

    /// <summary>Pinterest took a video. That says nothing about creates, so it ends no outage.</summary>
    public void RecordUpload()
    {
        if (!_outages.IsOutage) _outages.Record(failed: false);
    }

    /// <summary>A hold is over: one read tells whether Pinterest answers this account again.</summary>
    public async Task ProbeAsync(AccountRow account, CancellationToken cancellation)
    {
        try
        {
            await sessions.CallAsync(account.Id, (session, token) => pinterest.GetUserAccountAsync(session, token), cancellation);
        }
        catch (Exception error) when (error is PinterestException or TokenRefreshException or ProblemException)
        {
            await HoldOnAsync(account, ProbeAfter(account.HeldCode) ?? PauseOfReads);
            return;
        }

        if (!IsOutage(account))
        {
            await accounts.ResumeAsync(account, andLinks: false);
            return;
        }

        // Before the first attempt, so that a crash during it does not make it two in a minute.
        await HoldOnAsync(account, Pause);
        _outages.BeginProbes();
    }

    /// <summary>Nothing is there to be tried: the account goes on, and its next attempts are made one at a time.</summary>
    public Task GoOnAsync(AccountRow account) => accounts.ResumeAsync(account, andLinks: false);

    private async Task RecordAsync(string accountId, bool failed, string? message)
    {
        switch (_outages.Record(failed))
        {
            case OutageChange.Began(var failures, var share):
                await HoldAsync(accountId, Outage($"{failures} attempts failed lately, {100 * share:0} % of all.", message));
                break;
            case OutageChange.GoesOn:
                await HoldAsync(accountId, Outage("An attempt to go on failed too.", message));
                break;
            case OutageChange.Ended when accounts.Find(accountId) is { } account:
                if (IsOutage(account)) await accounts.ResumeAsync(account, andLinks: false);
                log.OutageEnded(account, wasHeld: IsOutage(account));
                break;
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private static bool IsOutage(AccountRow account) => account is { Status: AccountStatus.Held, HeldCode: AccountHold.OutageCode };

    private AccountHold Refusal(AttemptResult result) =>
        new(result.ErrorCode ?? "account_held", result.Message!, Now + ProbeAfter(result.ErrorCode));

    private AccountHold Outage(string seen, string? message) => new(
        AccountHold.OutageCode,
        $"Pinterest cannot be reached or fails. {seen} {message} "
            + "Nothing needs to be done: about once a minute one pin is tried, and all go on when three have succeeded.",
        Now + Pause);

    // Only what time can heal is probed; the rest needs a person.
    private static TimeSpan? ProbeAfter(string? code) => code switch
    {
        "spam_blocked" => TimeSpan.FromDays(1),
        "capability_unavailable" => TimeSpan.FromHours(1),
        _ => null,
    };

    private Task HoldOnAsync(AccountRow account, TimeSpan pause) =>
        HoldAsync(account.Id, new AccountHold(account.HeldCode!, account.HeldReason!, Now + pause));

    // A token that is dead and a hold that the user asked for are not replaced.
    private async Task HoldAsync(string accountId, AccountHold hold)
    {
        if (accounts.Find(accountId) is not { Status: not AccountStatus.ReconnectRequired } account) return;
        if (account.HeldCode != AccountHold.ByUser.Code) await accounts.HoldAsync(account, hold);
    }
}
