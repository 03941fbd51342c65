using Connector.Accounts;
using Connector.Http;
using Connector.Pins;

namespace Connector.Console.Pages;

/// <summary>The account that a page shows until its reader chooses one.</summary>
internal static class FirstAccount
{
    /// <summary>One that publishes and has pins, so that the page has something to show; else what comes nearest.</summary>
    public static Account? Of(IReadOnlyList<Account> accounts, PinOverview overview, Caller caller)
    {
        if (accounts.Count == 0) return null;
        var used = overview.Accounts(caller);
        return accounts.MinBy(each => (each.Status == AccountStatus.Active ? 0 : 2) + (used.Contains(each.Id) ? 0 : 1));
    }
}
