using Connector.Accounts;
using Connector.Boards;

namespace Connector.Console.Pages.Queue;

/// <summary>Names of boards for a list: those that are not known soon are left out, and the ids are shown.</summary>
internal sealed class BoardNames(BoardDirectory boards, TimeProvider clock)
{
    private const int MostAccounts = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <summary>The boards of these accounts by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<Account> accounts)
    {
        var all = await Task.WhenAll(
            from account in accounts.Where(account => account.Status == AccountStatus.Active).Take(MostAccounts)
            select ChoicesAsync(account.Id));
        return all.SelectMany(each => each).DistinctBy(board => board.Id).ToDictionary(board => board.Id, board => board.Name);
    }

    // Not canceled when it takes longer: the names are there for the next look at the page.
    private async Task<IReadOnlyList<BoardChoice>> ChoicesAsync(string accountId)
    {
        try
        {
            return await boards.ChoicesAsync(accountId, null, CancellationToken.None).WaitAsync(Patience, clock) ?? [];
        }
        catch (TimeoutException)
        {
            return [];
        }
    }
}
