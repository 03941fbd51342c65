using Connector.Accounts;
using Connector.Http;
using Connector.Policy.Access;
using Connector.Policy.Text;
using Microsoft.Extensions.Options;

namespace Connector.Policy;

/// <summary>Makes the report of a workspace: what is not set is named, and nothing stands in for it.</summary>
internal sealed class PolicyReports(
    IOptions<PolicyOptions> options, PolicyFacts facts, PinterestApps apps, AskedScopes scopes, StoredData stored, TimeProvider clock)
{
    public PolicyReport Make(Caller caller)
    {
        var said = options.Value;
        var accounts = facts.Accounts(caller);
        var app = apps.Show(caller);
        var consented = accounts.Any(each => AccessSteps.IsReal(each.Shown) && each.Row.GrantedBy == AccountGrant.AuthorizationCode);
        return new PolicyReport
        {
            At = clock.GetUtcNow(),
            Operator = said.Operator,
            Purpose = said.Purpose,
            Contact = said.Contact,
            PrivacyUrl = said.PrivacyUrl,
            MissingSettings =
            [
                .. Missing(nameof(said.Operator), said.Operator), .. Missing(nameof(said.Purpose), said.Purpose),
                .. Missing(nameof(said.Contact), said.Contact), .. Missing(nameof(said.PrivacyUrl), said.PrivacyUrl),
            ],
            App = app,
            Scopes = [.. scopes.All.Select(scope => new PolicyScope(scope.Name, scope.Purpose))],
            Accounts = [.. accounts.Select(each => each.Shown)],
            Automation = facts.Automation(caller),
            Stored = stored.Columns(),
            StandardAccess = new StandardAccess
            {
                Steps = AccessSteps.Of(said, app, [.. accounts.Select(each => each.Shown)], consented),
                Video = AccessVideo.Scenes(app.RedirectUri),
                Lessons = AccessLessons.All,
            },
        };
    }

    /// <summary>The report as a file to publish.</summary>
    public string Markdown(Caller caller) => ReportText.Of(Make(caller));

    /// <summary>A privacy policy of the same facts.</summary>
    public string Privacy(Caller caller) => PrivacyText.Of(Make(caller));

    private static IEnumerable<string> Missing(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? [$"{PolicyOptions.Section}:{name}"] : [];
}
