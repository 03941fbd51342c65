using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Metrics.Reading;

/// <summary>Refusals about numbers.</summary>
internal static class MetricsProblems
{
    /// <summary>Pinterest's sandbox has no analytics at all: https://developers.pinterest.com/docs/developer-tools/sandbox/</summary>
    public static void EnsureHasAnalytics(AccountRow account)
    {
        if (account.Environment != PinterestEnvironment.Sandbox) return;
        throw new ProblemException(new Problem(
            403, "capability_unavailable", "Pinterest's sandbox has no analytics.",
            $"The account {account.Id} is connected in Pinterest's sandbox, which measures nothing.",
            "Ask for an account in the environment production, or simulator to try things."));
    }
}
