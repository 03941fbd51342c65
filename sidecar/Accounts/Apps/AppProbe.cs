using Connector.Pinterest;

namespace Connector.Accounts.Apps;

/// <summary>Tries an app's id and secret against Pinterest.</summary>
internal sealed class AppProbe(PinterestClient pinterest)
{
    /// <summary>
    /// Asks for a token of the app's owner, and drops it: Pinterest looks at the id and the secret before anything else, and answers
    /// 401 when they do not belong together.
    /// </summary>
    /// <returns>Whether Pinterest has approved the app.</returns>
    /// <exception cref="Http.ProblemException">Pinterest does not know the pair.</exception>
    /// <exception cref="PinterestException">Pinterest could not be asked.</exception>
    public async Task<bool> IsApprovedAsync(PinterestEnvironment environment, AppCredentials app, CancellationToken cancellation)
    {
        try
        {
            await pinterest.AskForOwnAsync(environment, app, PinterestScopes.Asked, cancellation);
            return true;
        }
        catch (PinterestException refused) when (refused.Failure.Kind == FailureKind.AppNotApproved)
        {
            return false;
        }
        catch (PinterestException refused) when (IsWrongPair(refused.Failure))
        {
            throw AppProblems.Refused(app.AppId, refused.Failure);
        }
        catch (PinterestException refused) when (refused.Failure.Status is >= 400 and < 500 and not 429 and not 408)
        {
            // The pair was right, and something else about the request was not: such as a grant that the app may not use.
            return true;
        }
    }

    /// <summary>Whether an answer of the token endpoint says that id and secret do not belong together.</summary>
    public static bool IsWrongPair(PinterestFailure failure) =>
        failure.Status == 401 || failure.Message.Contains("invalid_client", StringComparison.OrdinalIgnoreCase);
}
