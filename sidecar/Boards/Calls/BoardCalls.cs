using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Boards.Calls;

/// <summary>Calls about boards, in the name of the account a request means.</summary>
internal sealed class BoardCalls(AccountChoice accounts, AccountSessions sessions, PinterestClient pinterest, BoardDirectory directory)
{
    public Task<T> ReadAsync<T>(
        Caller caller, string? accountId, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation) =>
        sessions.CallAsync(accounts.Of(caller, accountId).Id, (session, token) => call(pinterest, session, token), cancellation);

    /// <summary>
    /// Makes a change and clears the cached names, also after an error: a change whose answer was lost may have been made.
    /// <paramref name="needs"/> is a capability that not every account has.
    /// </summary>
    public async Task<T> ChangeAsync<T>(
        Caller caller, string? accountId, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation, string? needs = null)
    {
        var account = accounts.Of(caller, accountId);
        if (needs is not null) AccountCapabilities.Ensure(account, needs);
        try
        {
            return await sessions.CallAsync(account.Id, (session, token) => call(pinterest, session, token), cancellation);
        }
        finally
        {
            directory.Forget(account.Id);
        }
    }

    public Task DeleteAsync(
        Caller caller, string? accountId, Func<PinterestClient, PinterestSession, CancellationToken, Task> call,
        CancellationToken cancellation, string? needs = null) =>
        ChangeAsync(caller, accountId, async (client, session, token) =>
        {
            await call(client, session, token);
            return true;
        }, cancellation, needs);
}
