using Connector.Accounts;
using Connector.Common;
using Connector.Http;

namespace Connector.Console.Requests;

/// <summary>What the console refuses, and what the exceptions of the features mean on a page.</summary>
internal static class ConsoleProblems
{
    public static Problem UnknownHost(string host) => new(
        421, "unknown_host", "This address is not known to the connector.",
        $"The browser asked for \"{Shown.Cut(host)}\", and the console answers only by the names it was told: so no other site can pose as "
            + "it.",
        "Set Connector:PublicUrl to the address you use, such as https://pins.example.com (as an environment variable: "
            + "Connector__PublicUrl), and restart; or open http://localhost with the port.");

    public static Problem Forged() => new(
        400, "form_expired", "The form could not be accepted.",
        "It was not sent from a page of this session: the page is older than your sign-in, or another site sent it.",
        "Go back, load the page again, and send the form once more. Nothing was changed.");

    public static Problem TooMuch() => Problems.OfStatus(413) with
    {
        Title = "The form has too much in it.",
        Detail = "It has more fields, or longer ones, than a form of the console may have; it was not read.",
        Remediation = "Go back, choose fewer or write less, and send the form again. Nothing was changed.",
    };

    public static Problem TooManyTries(TimeSpan retryAfter) => new(
        429, "too_many_sign_ins", "Too many wrong keys.", "Too many keys from your address were wrong.",
        $"Wait {Minutes(retryAfter)}. Keys are listed by: connector keys list; a new one is made by: connector keys create NAME "
            + "--scopes admin.")
    { RetryAfter = retryAfter };

    public static Problem MissingScope(string scope) => Problems.InsufficientScope(scope) with
    {
        Title = "Your key may not open this page.",
        Detail = $"This page needs the scope {scope}, and the key you signed in with does not have it.",
        Remediation = $"Sign out, and sign in with a key that has the scope {scope}.",
    };

    public static Problem NoPage() => Problems.OfStatus(404) with
    {
        Title = "There is no page at this address.",
        Detail = "The address is wrong, or what it showed is gone.",
        Remediation = "Choose a page above.",
    };

    private static string Minutes(TimeSpan wait) =>
        Math.Ceiling(wait.TotalMinutes) is > 1 and var minutes ? $"{minutes} minutes" : "a minute";

    /// <summary>The problem that an exception stands for; null for one that nobody expected.</summary>
    public static Problem? Of(Exception error) => error switch
    {
        ProblemException refused => refused.Problem,
        StorageUnavailableException unavailable => Problems.StorageUnavailable(unavailable.Message, isCertain: !unavailable.IsFinal),
        BadHttpRequestException unreadable => Problems.OfStatus(unreadable.StatusCode),
        _ => PinterestProblems.Of(error),
    };
}
