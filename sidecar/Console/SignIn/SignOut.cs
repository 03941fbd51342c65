namespace Connector.Console.SignIn;

/// <summary>POST /sign-out</summary>
internal static class SignOut
{
    public static IResult Handle(HttpContext http, Sessions sessions)
    {
        sessions.End(http);
        return Results.Redirect(SignInAddress.Path);
    }
}
