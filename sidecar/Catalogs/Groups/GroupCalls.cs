using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs.Groups;

/// <summary>Calls about groups of products.</summary>
internal sealed class GroupCalls(CatalogCalls calls)
{
    public Task<T> ReadAsync<T>(
        Caller caller, CatalogCall request, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation) =>
        DoAsync(calls.AccountOf(caller, request), request, AccountCapabilities.ReadGroups, call, cancellation);

    public Task<T> ChangeAsync<T>(
        Caller caller, CatalogCall request, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation)
    {
        var account = calls.AccountOf(caller, request);
        DirectWrites.EnsureNotHeld(account);
        return DoAsync(account, request, AccountCapabilities.ChangeGroups, call, cancellation);
    }

    private async Task<T> DoAsync<T>(
        AccountRow account, CatalogCall request, string needs, Func<PinterestClient, PinterestSession, CancellationToken, Task<T>> call,
        CancellationToken cancellation)
    {
        try
        {
            return await calls.CallAsync(account, request.AdAccountId, needs, call, cancellation);
        }
        catch (PinterestException refused) when (GroupRows.ProblemOf(refused.Failure) is { } problem)
        {
            throw problem;
        }
    }
}
