namespace Connector.Tests;

/// <summary>Every page of the console; each is looked at by axe, at both widths, light and dark, and has its screenshots.</summary>
internal static class ConsolePages
{
    /// <summary>Address, in which a name in braces stands for an id of the shop; and name.</summary>
    public static readonly (string Address, string Name)[] All =
    [
        ("/sign-in", "sign-in"),
        ("/", "today"),
        ("/queue", "queue"),
        ("/queue?status=failed", "queue-failed"),
        ("/calendar?account={account}", "calendar"),
        ("/pins/{pin}", "pin"),
        ("/pins/{failed}", "pin-failed"),
        ("/pins/{waiting}/edit", "pin-edit"),
        ("/pins/new", "pin-new"),
        ("/approve", "approve"),
        ("/approve?view=list", "approve-list"),
        ("/accounts", "accounts"),
        ("/accounts/{account}", "account"),
        ("/accounts/connect", "connect"),
        ("/accounts/{account}/connect", "connect-again"),
        ("/app", "app"),
        ("/policy", "policy"),
        ("/sources", "sources"),
        ("/sources/{source}", "source"),
        ("/insights", "insights"),
        ("/insights?days=90&metric=saves", "insights-90"),
        ("/insights/products?account={account}", "products"),
        ("/hooks", "hooks"),
        ("/hooks/{hook}", "hook"),
        ("/hooks/keys", "keys"),
        ("/hooks/faults", "faults"),
        ("/there-is-no-such-page", "not-found"),
    ];
}
