using System.Globalization;
using Connector.Http;
using static Connector.Policy.Text.MarkdownText;

namespace Connector.Policy.Text;

/// <summary>The report as Markdown, to be shown to reviewers.</summary>
internal static class ReportText
{
    public static string Of(PolicyReport report) => Lined(Lines(report));

    private static IEnumerable<string> Lines(PolicyReport report) =>
    [
        "# How this installation uses Pinterest's API", "",
        $"Written on {Rfc3339.Format(report.At)} by the Pinterest Connector, of its settings and its data.", "",
        "## Purpose", "",
        $"- Who runs it: {OrMissing(report.Operator, nameof(PolicyOptions.Operator))}",
        $"- What for: {OrMissing(report.Purpose, nameof(PolicyOptions.Purpose))}",
        $"- Contact: {OrMissing(report.Contact, nameof(PolicyOptions.Contact))}",
        $"- Privacy policy: {OrMissing(report.PrivacyUrl, nameof(PolicyOptions.PrivacyUrl))}",
        $"- App: {(report.App.AppId is { } id ? $"{Escape(id)}, access {report.App.AccessTier}" : "**Missing:** no app is entered.")}", "",
        "## Scopes, and why", "",
        .. report.Scopes.Select(scope => $"- `{scope.Name}` {scope.Purpose}."), "",
        "## What is read and written", "",
        "- Written: pins that a caller has handed over, boards and sections on request, and videos that belong to a pin; where "
            + "`catalogs:write` is granted, also feeds, items and groups of the shop's catalog, on request.",
        "- Read: boards, sections and pins of the connected account, and its numbers. They are passed on and not stored.",
        "- After a lost answer the board is read, to see whether the pin is there, so that it is not published twice.",
        "- There are no likes, follows, comments or messages, and pages of Pinterest are not scraped.", "",
        "## How pins come", "", .. Automation(report), "",
        "## Accounts", "", .. Accounts(report), "",
        "## What is stored of Pinterest's, and until when", "", .. StoredText.FromPinterest(report.Stored), "",
        "## What is stored of what users give, and until when", "", .. StoredText.FromUsers(report.Stored), "",
        "`connector audit-data` lists every column.", "",
        "## Access", "",
        .. report.StandardAccess.Steps.Select(step => $"- [{(step.State == AccessStates.Done ? "x" : " ")}] {step.Title}: "
            + Escape(step.Detail)),
    ];

    private static IEnumerable<string> Automation(PolicyReport report)
    {
        var asked = report.Accounts.Count(account => account.RequireApproval);
        yield return $"- {Number(asked)} of {Number(report.Accounts.Count)} accounts have a person approve each pin before it is "
            + "published.";
        yield return $"- {Number(report.Automation.Sources)} feeds or pages of shops and blogs make pins by themselves; pins of "
            + $"{Number(report.Automation.SourcesWithoutApproval)} of them are published without approval.";
        yield return $"- {Number(report.Automation.Imports)} files of pins were imported.";
        yield return $"- Of {Number(report.Automation.CatalogFeeds)} feeds of catalogs Pinterest is asked how it processed them.";
        yield return "- Each account is paced below Pinterest's published limits, and below its own rules.";
    }

    private static IEnumerable<string> Accounts(PolicyReport report)
    {
        if (report.Accounts.Count == 0) yield return "No account is connected.";
        foreach (var account in report.Accounts)
            yield return $"- {Escape(account.Name)}: {account.Environment.ToString().ToLowerInvariant()}, "
                + $"{Escape(account.AccountType ?? "kind not known")}, "
                + $"{(account.RequireApproval ? "with approval" : "without approval")}, at most "
                + $"{(account.PinsPerDay is { } most ? Number(most) : "as many as Pinterest allows")} pins a day; "
                + $"{Number(account.Published)} published of those that are kept.";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
