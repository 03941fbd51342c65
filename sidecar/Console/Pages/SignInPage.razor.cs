using Connector.Console.Requests;
using Connector.Console.SignIn;
using Connector.Http;
using Connector.Keys;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>Begins a session with a key, or with the one-time link of the first start.</summary>
public partial class SignInPage
{
    private static readonly Problem WrongKey = new(
        401, "unauthorized", "This is no valid key.", "There is no such key, or it was revoked.",
        "Check that you copied all of it; keys start with pck_.");

    private static readonly Problem WrongLink = new(
        401, "sign_in_link_used", "This link is not good any more.", "It was used before, or its ten minutes are over.",
        "Sign in with the key that was printed beside it.");

    [Inject]
    private SignInAttempts Attempts { get; set; } = null!;

    [Inject]
    private SignInLinks Links { get; set; } = null!;

    [Inject]
    private KeyCallers Keys { get; set; } = null!;

    [Inject]
    private Sessions Sessions { get; set; } = null!;

    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && Caller.Of(Http.User) is not null) Http.Response.Redirect(Target);
    }

    private string Target => SignInAddress.Local(Query("return"));

    private void WithKey() => Try(Keys.ByText(Field("key")), WrongKey);

    private void WithLink() =>
        Try(Links.Use(Field("link")) is var (workspaceId, keyId) ? Keys.ById(workspaceId, keyId) : null, WrongLink);

    private void Try(Caller? caller, Problem wrong)
    {
        var address = Http.Connection.RemoteIpAddress;
        if (Attempts.WaitOf(address) is { } wait)
        {
            Refuse(ConsoleProblems.TooManyTries(wait));
        }
        else if (caller is null)
        {
            Attempts.CountWrong(address);
            Refuse(wrong);
        }
        else
        {
            Sessions.Begin(Http, caller);
            Http.Response.Redirect(Target);
        }
    }
}
