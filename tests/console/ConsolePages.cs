namespace Connector.Tests;

/// <summary>Every page of the console; each is looked at by axe, at both widths, light and dark, and has its screenshots.</summary>
internal static class ConsolePages
{
    /// <summary>Address, in which <c>{pin}</c>, <c>{failed}</c> and <c>{account}</c> stand for ids of the shop; and name.</summary>
    public static readonly (string Address, string Name)[] All =
    [
        ("/sign-in", "sign-in"),
        ("/", "today"),
        ("/accounts", "accounts"),
        ("/accounts/{account}", "account"),
        ("/insights", "insights"),
        ("/insights?days=90&metric=saves", "insights-90"),
        ("/hooks", "hooks"),
        ("/hooks/keys", "keys"),
        ("/hooks/faults", "faults"),
        ("/there-is-no-such-page", "not-found"),
    ];
}
