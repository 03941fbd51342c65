using Connector.Http;

namespace Connector.Keys;

/// <summary>Refusals about API keys.</summary>
internal static class KeyProblems
{
    public static ProblemException LastOfOwner(KeyRow key) => Problems.StateConflict(
        $"{key.Id} ({key.Name}) is the last key of the workspace with the scope admin and without account_ids.",
        "Make another one first, with POST /v1/keys or connector keys create NAME --scopes admin; then revoke this one.");

    public static ProblemException UnknownAccount(string? id) => Problems.Invalid("account_ids", Describe(id));

    /// <summary>What is wrong with an account that a key was to be limited to.</summary>
    public static string Describe(string? id) =>
        $"names {(id is null ? "null" : $"\"{Shown.Cut(id)}\"")}, which is no account that this key could see. "
            + "GET /v1/accounts lists the accounts.";
}
