using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts.Reading;

/// <summary>Asks Pinterest about the account itself; what the account may not ask is said before.</summary>
internal sealed class AccountReads(AccountStore accounts, AccountSessions sessions, PinterestClient pinterest)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="needs">The capability; null where every account has it.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<T> CallAsync<T>(
        Caller caller, string accountId, string? needs, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation)
    {
        var account = accounts.Get(caller, accountId);
        return GrantedCall.DoAsync(
            account, needs, () => sessions.CallAsync(account.Id, (session, token) => call(pinterest, session, token), cancellation));
    }
}
