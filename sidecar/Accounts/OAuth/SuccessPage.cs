using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts.OAuth;

/// <summary>Says who was connected, what may not work, and what comes next.</summary>
internal sealed class SuccessPage(
    PinterestApps apps, Consent consent, FailurePage choices, IEnumerable<BackLink> back, PublicAddress address)
{
    public async Task WriteAsync(HttpContext http, Caller caller, ConnectionStart start, AccountRow row, bool isNew)
    {
        var page = new PlainPage(200, $"Connected: {row.Username}")
            .Say(isNew
                ? "The connector can publish to this Pinterest account from now on."
                : "The account is connected again; what waits goes on by itself.")
            .Facts([("Pinterest account", row.Username), ("Account id", row.Id), ("Environment", row.Environment.Wire())]);
        var codes = new List<string> { "connected" };
        if (row.AccountType is { } kind && kind != "BUSINESS") Add(
            "personal_account", "It is a personal account. Publishing works, but metrics do not, and apps made since September 2026 may "
                + "not read its boards: a pin whose answer was lost can then not be found again. A business account is free; switch in "
                + "Pinterest's settings.");
        if (consent.ClockIsOff(row.Environment) is { } off) Add(
            "wrong_clock", $"The clock of the connector's machine differs from Pinterest's by {ConnectFailures.Words(off)}. Set it, "
                + "or pins go out at the wrong time.");
        if (IsTrial(row)) Add(
            "trial_access", "Your app has Trial access: Pinterest refuses its pins in production, or shows them to nobody but you. Try "
                + "things out in the sandbox until Pinterest gives the app Standard access.");

        page.Say("Next: publish a pin to it, with the account id above where you have several accounts.");
        if (start.ReturnUrl is { } home) page.Link("Back", home, isMain: true);
        if (IsTrial(row) && await choices.LinkAsync(caller, start, ConnectFailures.InSandbox) is { } sandbox)
            page.Link(ConnectFailures.InSandbox.Text, sandbox);
        foreach (var link in back.Where(link => link.Use != BackLinkUse.DeadLink))
        {
            var isNext = link.Use == BackLinkUse.Connected;
            var leads = address.Of(isNext ? $"{link.Path}?account={row.Id}" : link.Path);
            if (leads != start.ReturnUrl) page.Link(link.Text, leads, isMain: isNext && start.ReturnUrl is null);
        }

        await page.Code(string.Join(", ", codes)).WriteAsync(http);

        void Add(string code, string text)
        {
            codes.Add(code);
            page.Note(text);
        }
    }

    private bool IsTrial(AccountRow row) =>
        row.Environment == PinterestEnvironment.Production && apps.TierOf(row) == AccessTier.Trial;
}
