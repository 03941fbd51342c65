using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>What reaches Pinterest at once keeps to what pins in the queue keep to: holds, and approval where it is asked for.</summary>
internal sealed class DirectWrites(AccountStore accounts, TimeProvider clock)
{
    // As long as the queue waits after such a refusal.
    private static readonly TimeSpan SpamPause = TimeSpan.FromDays(1);

    /// <exception cref="ProblemException">The account is held.</exception>
    public static void EnsureNotHeld(AccountRow account)
    {
        if (account.Status == AccountStatus.Held) throw AccountProblems.Held(account);
    }

    /// <summary>Nothing that is sent at once can wait for approval, so only who may approve may send it.</summary>
    /// <param name="caller">Who sends it.</param>
    /// <param name="account">In whose name.</param>
    /// <param name="asks">Whether somebody has to approve it.</param>
    /// <param name="what">What is done at once.</param>
    /// <exception cref="ProblemException">The caller may not approve.</exception>
    public static void EnsureApproved(Caller caller, AccountRow account, bool asks, string what)
    {
        if (asks && !Scope.Covers(caller.Scopes, Scope.Approve)) throw AccountProblems.ApprovalNeeded(account, what);
    }

    /// <summary>Holds an account that Pinterest has blocked for spam, as a refused pin of the queue does.</summary>
    public async Task HoldIfBlockedAsync(string accountId, PinterestFailure failure)
    {
        if (failure.Kind != FailureKind.SpamBlocked || accounts.Find(accountId) is not { Status: AccountStatus.Active } account) return;

        var (_, code, title, remediation) = PinterestProblems.Meaning(failure.Kind);
        await accounts.HoldAsync(
            account, new AccountHold(code, $"{title} {failure.Message} {remediation}", clock.GetUtcNow() + SpamPause));
    }
}
