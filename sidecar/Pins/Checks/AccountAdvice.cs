using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Pins.Checks;

/// <summary>What an account itself means for its pins: whether it can publish them, who sees them, and who approves them.</summary>
internal static class AccountAdvice
{
    private const string Visibility = "visibility", Capability = "capability", Approval = "approval";

    /// <summary>Whether Pinterest lets the connector do that with the account.</summary>
    public static Check OfCapability(AccountRow account, string name)
    {
        try
        {
            AccountCapabilities.Ensure(account, name);
            return Check.Passed(Capability);
        }
        catch (ProblemException refused)
        {
            return Check.Failed(Capability, refused.Problem);
        }
    }

    // https://developers.pinterest.com/docs/key-concepts/access-tiers/ ; that it refuses them:
    // https://github.com/gitroomhq/postiz-app/issues/1084
    public static Check OfTier(PinterestEnvironment environment, AccessTier tier) =>
        (environment, tier) is not (PinterestEnvironment.Production, AccessTier.Trial)
        ? Check.Passed(Visibility)
        : Check.Warning(
            Visibility, "trial_access",
            "The app has Trial access: Pinterest refuses its pins in production, or shows them to nobody but the account itself.",
            "To try things out, connect the account in the environment sandbox. To be seen, ask Pinterest for Standard access, then "
                + "say so with PUT /v1/app, or in Connector:Pinterest:AccessTier where the app is set.");

    /// <summary>Whether somebody has to approve the pin first.</summary>
    public static Check OfApproval(AccountRow account) => !AccountSettings.From(account).RequireApproval
        ? Check.Passed(Approval)
        : Check.Warning(
            Approval, "approval_needed",
            "The account asks for approval: the pin waits until somebody approves it. The times here are as if that were done at once.",
            "Approve it with POST /v1/pins/{id}/approve and a key that has the scope approve, or set the account's require_approval to "
                + "false.");
}
