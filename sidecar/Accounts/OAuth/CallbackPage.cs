using Connector.Http;
using Microsoft.Extensions.Primitives;

namespace Connector.Accounts.OAuth;

/// <summary>GET /oauth/callback: where Pinterest sends the browser back to; it answers with a page, whatever happened.</summary>
internal sealed class CallbackPage(
    ConnectionStore starts, ConnectionGuard guard, BrowserCookie cookies, Consent consent, SuccessPage success, FailurePage failures,
    PublicAddress address)
{
    public async Task AnswerAsync(HttpContext http)
    {
        if (HeadRequests.IsHead(http)) return;

        var start = Only(http.Request.Query["state"]) is { } state ? starts.FindByState(state) : null;
        // Another browser does not use the link up: else whoever saw it could make it useless.
        var refusal = guard.RefusalOf(http, start);
        if (refusal is null && !await starts.UseAsync(start!.Id)) refusal = LinkFailures.Used;
        if (refusal is not null)
        {
            await failures.WriteAsync(http, refusal);
            return;
        }

        cookies.Remove(http, start!);
        var caller = guard.CallerOf(start!)!;
        if (await FailureOrPageAsync(http, caller, start!) is { } failure) await failures.WriteAsync(http, failure, caller, start!);
    }

    private async Task<ConnectFailure?> FailureOrPageAsync(HttpContext http, Caller caller, ConnectionStart start)
    {
        var query = http.Request.Query;
        if (Only(query["error"]) is { } error) return OfError(start, error, Only(query["error_description"]));
        if (Only(query["code"]) is not { } code) return ConnectFailures.Strange("no code", null);
        if (address.Of(CallbackPath.Value) is var here && here != start.RedirectUri)
            return ConnectFailures.RedirectMismatch(here, $"{start.RedirectUri}, with which the link was made before the setting changed");

        try
        {
            var (row, isNew) = await consent.FinishAsync(caller, start, code);
            await success.WriteAsync(http, caller, start, row, isNew);
            return null;
        }
        catch (ConnectFailedException failed)
        {
            return failed.Failure;
        }
        catch (ProblemException refused)
        {
            var problem = refused.Problem;
            return new(problem.Code, problem.Status, problem.Title, problem.Detail, problem.Remediation) { Choices = [] };
        }
    }

    private static ConnectFailure OfError(ConnectionStart start, string error, string? description) =>
        error.Contains("denied", StringComparison.OrdinalIgnoreCase)
            ? ConnectFailures.Denied(start.Environment)
            : ConnectFailures.Strange(Shown.Cut(error), description is null ? null : Shown.Cut(description));

    private static string? Only(StringValues values) => values is [{ Length: > 0 } only] ? only : null;
}
