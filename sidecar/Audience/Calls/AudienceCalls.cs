using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Audience.Calls;

/// <summary>Asks Pinterest in the name of the account that a request means; what the account may not ask is said before.</summary>
internal sealed class AudienceCalls(AccountChoice accounts, AccountSessions sessions, PinterestClient pinterest)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="accountId">What the request says; null when it does not.</param>
    /// <param name="needs">The capability.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<T> ReadAsync<T>(
        Caller caller, string? accountId, string needs, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation)
    {
        var account = accounts.Of(caller, accountId);
        return GrantedCall.DoAsync(
            account, needs, () => sessions.CallAsync(account.Id, (session, token) => call(pinterest, session, token), cancellation));
    }
}
