using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>Refusals about accounts.</summary>
internal static class AccountProblems
{
    /// <param name="caller">Whose request needs one.</param>
    public static ProblemException NoneConnected(Caller caller) => caller.AccountIds is null ? NoneYet() : NoneLeft();

    private static ProblemException NoneLeft() => new(new(
        409, "account_required", "The API key has no account left.",
        "The API key is limited to accounts, and none of them is connected any more.",
        "Use another key. A key that is not limited and has the scope admin can connect the account again with POST /v1/accounts, and "
            + "make a key for it with POST /v1/keys."));

    private static ProblemException NoneYet() => new(new(
        409, "account_required", "No account is connected.", "This workspace has no Pinterest account yet.",
        """Connect one with POST /v1/accounts; {"environment":"simulator","name":"Test"} makes one to try things with."""));

    public static ProblemException Ambiguous(IEnumerable<AccountRow> candidates)
    {
        var names = string.Join(", ", candidates.Select(account => $"{account.Id} ({account.Username})"));
        var problem = Problems.InvalidField("account_id", $"is needed, because the workspace has several accounts: {names}.");
        return new(problem with
        {
            Code = "account_required",
            Title = "Which account?",
            Remediation = "Say which account with account_id.",
        });
    }

    /// <remarks>The same for an account that is not there and one that the key does not see.</remarks>
    public static ProblemException KeyIsLimited() => new(new(
        403, "key_limited", "The API key is limited to accounts.",
        "A key that is limited to accounts cannot add one; it can only renew the tokens of those that it sees.",
        "Connect the account with a key that has the scope admin and no account_ids; then make a key that is limited to it as well."));

    public static ProblemException ReconnectRequired(AccountRow row) => new(new(
        409, "reconnect_required", "Pinterest no longer accepts this account's token.",
        row.HeldReason ?? "The token has expired or was revoked.",
        $"Connect the Pinterest user {row.Username} again, at connect_url or with POST /v1/accounts; what waits goes on by itself.")
    { AccountToConnect = row.Id });

    /// <summary>It publishes nothing for now, also not what is sent at once.</summary>
    public static ProblemException Held(AccountRow row) => new(new(
        409, "account_held", "The account is held.", row.HeldReason ?? $"The account {row.Username} is held.",
        row.HeldUntil is { } until
            ? $"At {Rfc3339.Format(until)} the connector finds out whether it may go on; send this again then. POST "
                + $"/v1/accounts/{row.Id}/resume lets it go on before, if its cause is over."
            : $"Let it go on with POST /v1/accounts/{row.Id}/resume when its cause is over, then send this again."));

    /// <summary>Somebody has to approve it, and it is done at once.</summary>
    public static ProblemException ApprovalNeeded(AccountRow row, string what) => Problems.StateConflict(
        $"The account {row.Username} asks for approval, and this API key may not approve: {what} reaches Pinterest at once, so that nobody "
            + "could approve it before.",
        "Use a key that has the scopes publish and approve, or admin.");

    public static ProblemException TokenRefused(PinterestEnvironment environment, PinterestFailure failure)
    {
        var problem = Problems.InvalidField("access_token", $"Pinterest does not accept it: {failure.Message}");
        return new(problem with
        {
            Remediation = $"Get a new token for the environment {environment.Wire()}: a sandbox token does not work "
                + "in production, and a production token not in the sandbox.",
            Pinterest = PinterestProblems.RefusalOf(failure),
        });
    }

    public static ProblemException RateLimited(string message, TimeSpan wait) => new(new(
        429, "rate_limited", "Pinterest's rate limit is used up for now.", message,
        "Wait as long as Retry-After says; pins that are queued go out by themselves.")
    { RetryAfter = wait });
}
