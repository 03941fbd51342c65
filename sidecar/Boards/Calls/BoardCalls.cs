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
    /// </summary>
    public async Task<T> ChangeAsync<T>(
        Caller caller, string? accountId, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation)
    {
        var account = accounts.Of(caller, accountId).Id;
        try
        {
            return await sessions.CallAsync(account, (session, token) => call(pinterest, session, token), cancellation);
        }
        finally
        {
            directory.Forget(account);
        }
    }

    public Task DeleteAsync(
        Caller caller, string? accountId, Func<PinterestClient, PinterestSession, CancellationToken, Task> call,
        CancellationToken cancellation) =>
        ChangeAsync(caller, accountId, async (client, session, token) =>
        {
            await call(client, session, token);
            return true;
        }, cancellation);
}
