using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs.Feeds;

/// <summary>Asks Pinterest once how a feed was processed, and does what follows.</summary>
internal sealed class FeedLook(CatalogCalls calls, AccountStore accounts, FeedClaims claims, TimeProvider clock)
{
    private const int Newest = 25;

    public async Task RunAsync(FeedWatchRow row, CancellationToken stop)
    {
        if (accounts.Find(row.AccountId) is not { } account)
        {
            await claims.DropAsync(row);
            return;
        }

        PinterestPage<FeedResult?> page;
        try
        {
            page = await calls.CallAsync(
                account, row.AdAccountId, AccountCapabilities.FeedResults,
                (pinterest, session, token) => pinterest.ListFeedResultsAsync(session, row.FeedId, null, Newest, token), stop);
        }
        catch (PinterestException gone) when (gone.Failure.Kind == FailureKind.FeedNotFound)
        {
            await claims.GoneAsync(row);
            return;
        }
        catch (Exception error) when (ProblemOf(error) is not null)
        {
            await claims.FailAsync(row, ProblemOf(error)!);
            return;
        }

        await claims.EndAsync(row, FeedDecision.Of(row, page.Items.OfType<FeedResult>(), clock.GetUtcNow()));
    }

    private static Problem? ProblemOf(Exception error) => (error as ProblemException)?.Problem ?? PinterestProblems.Of(error);
}
