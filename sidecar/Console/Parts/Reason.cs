using Connector.Accounts;
using Connector.Pins;

namespace Connector.Console.Parts;

/// <summary>Why a pin or an account waits, in words for people: where the API's words name a call, a page has a button or a link.</summary>
internal static class Reason
{
    public static string Of(WaitingFor waits) => waits.Code switch
    {
        WaitCode.Approval => "It waits until somebody approves it.",
        WaitCode.AccountHold => OfHold(waits.Message),
        _ => waits.Message,
    };

    /// <summary>The user's own words stay, beside these.</summary>
    public static string OfHold(string reason) =>
        reason.Replace(AccountHold.ByUser.Reason, "Held by the user.", StringComparison.Ordinal);
}
