using Connector.Accounts;
using Connector.Boards.Requests;
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

    /// <summary>Reads a page of pins, in the name of an ad account's owner where the request says so.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">Whose pins, and which page.</param>
    /// <param name="needs">The capability without which Pinterest is not asked.</param>
    /// <param name="list">What is listed.</param>
    /// <param name="read">Reads one of Pinterest's pages.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<Http.Page<LinkedPin>> ReadPinsAsync(
        Caller caller, PinListCall request, string needs, string list,
        Func<PinterestSession, string?, int, CancellationToken, Task<PinterestPage<PinterestPin>>> read, CancellationToken cancellation)
    {
        var account = accounts.Of(caller, request.AccountId);
        AccountCapabilities.EnsureGranted(account, needs);
        return PinPages.ReadAsync($"{account.Id} {request.AdAccountId} {list}", request, (bookmark, size) => GrantedCall.DoAsync(
            account, needs, () => sessions.CallAsync(
                account.Id,
                (session, token) => read(session with { AdAccountId = request.AdAccountId }, bookmark, size, token), cancellation)));
    }

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
