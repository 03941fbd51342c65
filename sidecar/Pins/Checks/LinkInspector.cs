using System.Text;
using Connector.Http;
using Connector.Outgoing;

namespace Connector.Pins.Checks;

/// <summary>Opens the page that a pin leads to, as a visitor would, and says what may go wrong there.</summary>
internal sealed class LinkInspector(OutgoingClient outgoing)
{
    private const string Reachable = "link_reachable", Redirects = "link_redirects";

    private const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<Check>> CheckAsync(string link, string? title, CancellationToken cancellation)
    {
        try
        {
            using var page = await outgoing.OpenAsync(link, "text/html, */*;q=0.5", Timeout, cancellation);
            if (page.Status != 200) return [Unreachable($"{page.Host} answered {page.Status}.")];

            var start = new byte[MostBytes];
            var length = await page.Body.ReadAtLeastAsync(start, MostBytes, throwOnEndOfStream: false, cancellation);
            var html = Encoding.UTF8.GetString(start, 0, length);
            return [Check.Passed(Reachable), OfRedirects(link, page), PageTitle.Check(html, title)];
        }
        catch (OutgoingException failed)
        {
            return [failed.IsForbidden ? Check.Skipped(Reachable, failed.Message) : Unreachable(failed.Message)];
        }
    }

    private static Check Unreachable(string why) => Check.Warning(
        Reachable, "link_unreachable", why,
        "Check that link_url opens for somebody who is not signed in; Pinterest looks at it too, and people who click end there.");

    private static Check OfRedirects(string link, OutgoingFile page) =>
        page.Redirects == 0 || LinkDomain.Of(link) == LinkDomain.Of($"https://{page.Host}/")
        ? Check.Passed(Redirects)
        : Check.Warning(
            Redirects, "link_redirects",
            $"The link leads on to {page.Host}, after {page.Redirects} redirect(s); Pinterest blocks links that hide where they lead.",
            "Give the address that it ends at.");
}
