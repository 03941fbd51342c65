using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs.Calls;

/// <summary>Calls about items, groups and reports, in the name of an account and, where it says so, of an ad account's owner.</summary>
internal sealed class ItemCalls(AccountChoice accounts, AccountSessions sessions, PinterestClient pinterest)
{
    /// <summary>A read in the name of the account that a request means.</summary>
    public Task<T> ReadAsync<T>(
        Caller caller, CatalogCall request, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation) =>
        DoAsync(accounts.Of(caller, request.AccountId), request.AdAccountId, AccountCapabilities.ReadCatalogs, call, cancellation);

    /// <summary>A change in the name of the account that a request means.</summary>
    public Task<T> ChangeAsync<T>(
        Caller caller, CatalogCall request, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation)
    {
        var account = accounts.Of(caller, request.AccountId);
        DirectWrites.EnsureNotHeld(account);
        return DoAsync(account, request.AdAccountId, AccountCapabilities.ChangeCatalogs, call, cancellation);
    }

    public Task<ItemBatch> SendAsync(AccountRow account, string? adAccountId, ItemBatchRequest batch, CancellationToken cancellation) =>
        DoAsync(
            account, adAccountId, AccountCapabilities.ChangeCatalogs,
            (client, session, token) => client.SendItemsAsync(session, batch, token), cancellation);

    public Task<ItemBatch> GetBatchAsync(AccountRow account, string? adAccountId, string batchId, CancellationToken cancellation) =>
        DoAsync(
            account, adAccountId, AccountCapabilities.ReadCatalogs,
            (client, session, token) => client.GetItemBatchAsync(session, batchId, token), cancellation);

    private Task<T> DoAsync<T>(
        AccountRow account, string? adAccountId, string needs, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation) =>
        GrantedCall.DoAsync(account, needs, () => sessions.CallAsync(
            account.Id, (session, token) => call(pinterest, session with { AdAccountId = adAccountId }, token), cancellation));
}
