using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs.Calls;

/// <summary>Asks Pinterest in the name of the account that a request means; what the account may not ask is said before.</summary>
internal sealed class CatalogCalls(AccountChoice accounts, AccountSessions sessions, PinterestClient pinterest)
{
    public AccountRow AccountOf(Caller caller, CatalogCall request) => accounts.Of(caller, request.AccountId);

    /// <param name="caller">Who asks.</param>
    /// <param name="request">In whose name.</param>
    /// <param name="needs">The capability.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<T> CallAsync<T>(
        Caller caller, CatalogCall request, string needs, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation) =>
        CallAsync(AccountOf(caller, request), request.AdAccountId, needs, call, cancellation);

    /// <summary>The same for an account that is known already.</summary>
    public Task<T> CallAsync<T>(
        AccountRow account, string? adAccountId, string needs,
        Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call, CancellationToken cancellation) =>
        GrantedCall.DoAsync(account, needs, () => sessions.CallAsync(
            account.Id, (session, token) => call(pinterest, session with { AdAccountId = adAccountId }, token), cancellation));

    /// <summary>A page of Pinterest's as one of ours.</summary>
    public static Page<TRow> Page<T, TRow>(PinterestPage<T?> page, Func<T, TRow> show) where T : class => new(
        [.. page.Items.OfType<T>().Select(show)],
        // Some of Pinterest's lists end with an empty page instead of without a bookmark.
        page.Items.Count > 0 && page.Bookmark is { Length: > 0 } next ? next : null);
}
