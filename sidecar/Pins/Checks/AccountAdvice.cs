using Connector.Http;
using Connector.Pinterest;

namespace Connector.Pins.Checks;

/// <summary>Whether anybody will see what an account publishes.</summary>
internal static class AccountAdvice
{
    private const string Visibility = "visibility";

    // https://developers.pinterest.com/docs/key-concepts/access-tiers/ ; that it refuses them:
    // https://github.com/gitroomhq/postiz-app/issues/1084
    public static Check OfTier(PinterestEnvironment environment, AccessTier tier) =>
        (environment, tier) is not (PinterestEnvironment.Production, AccessTier.Trial)
        ? Check.Passed(Visibility)
        : Check.Warning(
            Visibility, "trial_access",
            "The app has Trial access: Pinterest refuses its pins in production, or shows them to nobody but the account itself.",
            "To try things out, connect the account in the environment sandbox. To be seen, ask Pinterest for Standard access, then set "
                + "Connector:Pinterest:AccessTier to standard.");
}
