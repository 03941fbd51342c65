using Connector.Console.Parts;
using Connector.Console.Requests;
using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Shell;

/// <summary>What every page has: who asks, the fields of a sent form, and how a form ends.</summary>
public abstract class ConsolePage : ComponentBase
{
    private bool _isHandled;

    /// <summary>The request.</summary>
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    /// <summary>Why a form was refused; the page shows it beside what was typed.</summary>
    protected Problem? Refusal { get; private set; }

    /// <summary>
    /// A form came and was not handled yet: a page must have that form, whatever the state is by now, so that the refusal can be said.
    /// </summary>
    protected bool IsSent => !_isHandled && HttpMethods.IsPost(Http.Request.Method);

    /// <summary>The page of what a form changed, for the notice to link to, where another page follows.</summary>
    protected string? About { get; set; }

    [Inject]
    private Notices Notices { get; set; } = null!;

    /// <summary>Whose session it is; on a page that anybody may open, ask <c>Caller.Of(Http.User)</c>.</summary>
    private protected Caller Caller => Caller.Of(Http.User)!;

    /// <summary>Whether the key may do what needs this scope: forms that it may not send are not shown.</summary>
    protected bool May(string scope) => Scope.Covers(Caller.Scopes, scope);

    /// <exception cref="ProblemException">The key may not do what needs this scope.</exception>
    private protected void Need(string scope)
    {
        if (!May(scope)) throw new ProblemException(ConsoleProblems.MissingScope(scope));
    }

    /// <summary>A value of the address; null when it is empty or not there.</summary>
    protected string? Query(string name) => Http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A field of the sent form without space around it; empty when it is not there.</summary>
    protected string Field(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].ToString().Trim() : "";

    /// <summary>The same; null when it is empty or not there.</summary>
    protected string? Given(string name) => Field(name) is { Length: > 0 } text ? text : null;

    /// <summary>All values of a field, as of check boxes of one name.</summary>
    protected IReadOnlyList<string> Fields(string name) =>
        Http.Request.HasFormContentType ? [.. Http.Request.Form[name].OfType<string>().Where(value => value.Length > 0)] : [];

    /// <summary>The <c>updated_at</c> of the pin that was looked at, from the form about it.</summary>
    /// <exception cref="ProblemException">The form does not say it.</exception>
    private protected DateTimeOffset Seen() => Rfc3339.TryParse(Field("seen"))
        ?? throw Problems.Invalid("seen", "does not say which state of the pin you looked at: load the page again.");

    /// <summary>
    /// Does what a form asks for. Done: the page at that address follows and says what was done. Refused: this page is shown again, with
    /// <see cref="Refusal"/>.
    /// </summary>
    /// <param name="work">Returns what was done, in a sentence; null says nothing.</param>
    /// <param name="then">A local address; this page without it.</param>
    private protected Task DoAsync(Func<Task<string?>> work, string? then = null) => DoAsync(work, () => then);

    /// <param name="work">Returns what was done, in a sentence; null says nothing.</param>
    /// <param name="then">The same address, known once the work is done.</param>
    private protected async Task DoAsync(Func<Task<string?>> work, Func<string?> then)
    {
        try
        {
            if (await work() is { } done) Notices.Say(Http, new Notice(done, About));
            _isHandled = true;
            Http.Response.Redirect(SignIn.SignInAddress.Local(then() ?? Http.Request.Path + Http.Request.QueryString.Value));
        }
        catch (Exception error) when (ConsoleProblems.Of(error) is { } problem)
        {
            Refuse(problem);
        }
    }

    /// <summary>
    /// Does what a form asks for, and shows what came of it in this same answer: for what may be seen only once, and for a preview.
    /// </summary>
    private protected async Task ShowAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (ConsoleProblems.Of(error) is { } problem)
        {
            Refuse(problem);
        }
    }

    private protected void Refuse(Problem problem)
    {
        _isHandled = true;
        Refusal = PageWords.Of(problem);
        Refusals.Note(Http, problem.Code);
        if (problem.RetryAfterSeconds is { } seconds) Http.Response.Headers.RetryAfter = $"{seconds}";
        Http.Response.StatusCode = problem.Status;
    }
}
