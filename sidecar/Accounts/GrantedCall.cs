using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>A call that not every account may make: what its token lacks is said before, or else when Pinterest says it.</summary>
internal static class GrantedCall
{
    /// <param name="account">In whose name.</param>
    /// <param name="needs">The capability; null where every account has it.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="ProblemException">Pinterest does not let the connector do that with the account.</exception>
    public static async Task<T> DoAsync<T>(AccountRow account, string? needs, Func<Task<T>> call)
    {
        if (needs is null) return await call();

        AccountCapabilities.EnsureGranted(account, needs);
        try
        {
            return await call();
        }
        catch (PinterestException refused) when (refused.Failure.Kind == FailureKind.ScopeMissing)
        {
            throw AccountCapabilities.NotGranted(account, needs, refused.Failure);
        }
    }
}
