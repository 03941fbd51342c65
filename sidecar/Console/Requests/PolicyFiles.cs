using System.Text;
using Connector.Http;
using Connector.Policy;

namespace Connector.Console.Requests;

/// <summary>GET /policy/report.md and /policy/privacy.md: what the page shows, as files to publish.</summary>
internal static class PolicyFiles
{
    public static IResult Serve(string file, HttpContext http, PolicyReports reports)
    {
        var caller = Caller.Of(http.User)!;
        var text = file switch
        {
            "report.md" => reports.Markdown(caller),
            "privacy.md" => reports.Privacy(caller),
            _ => null,
        };
        return text is null ? Results.NotFound() : Results.File(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", file);
    }
}
