using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Pins.Checks;

/// <summary>Whether an account can publish something, and anybody will see it.</summary>
internal static class AccountAdvice
{
    private const string Visibility = "visibility", Capability = "capability";

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
}
