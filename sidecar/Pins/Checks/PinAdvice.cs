using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Lifecycle;

namespace Connector.Pins.Checks;

/// <summary>Says what could do better about a pin that would be accepted; it reads our database and asks nobody.</summary>
internal sealed class PinAdvice(LinkHolds links, RecentPins recent, PinterestApps apps)
{
    /// <summary>All warnings about a pin that was just stored.</summary>
    /// <param name="ofAccount">What <see cref="OfAccount"/> says, which is the same for all pins of a batch.</param>
    /// <param name="content">What it shows.</param>
    /// <param name="pin">The pin.</param>
    public static IReadOnlyList<Check> Warnings(Check ofAccount, PinContent content, StoredPin pin)
    {
        IEnumerable<Check> checks =
        [
            ofAccount, .. content.Checks, LinkAdvice.OfShortener(pin.Row.LinkDomain), LinkAdvice.OfHost(pin.Row.LinkUrl),
            .. LinkAdvice.OfSlides(content.Slides), .. RecentPins.Check(pin.Row, pin.Recent),
        ];
        return [.. checks.Where(check => check.Warns)];
    }

    /// <summary>The warnings about what an edit changed.</summary>
    public IEnumerable<Check> OfChange(PinRow before, PinRow after)
    {
        var hasLink = after.LinkUrl != before.LinkUrl;
        var hasPicture = after.MediaUrl != before.MediaUrl;
        var board = after.BoardId != before.BoardId;
        foreach (var check in hasLink ? LinkAdvice.OfAddress(after.LinkUrl) : []) yield return check;
        if (!hasLink && !hasPicture && !board) yield break;

        foreach (var check in recent.Check(after))
            if (board || (check.Name == RecentPins.Link ? hasLink : hasPicture)) yield return check;
    }

    /// <summary>Whether anybody will see what the account publishes.</summary>
    public Check OfAccount(AccountRow account) => AccountAdvice.OfTier(account.Environment, apps.TierOf(account));

    /// <summary>Whether the account may publish videos at all.</summary>
    public static Check OfVideo(AccountRow account) => AccountAdvice.OfCapability(account, AccountCapabilities.Videos);

    /// <summary>Whether Pinterest is likely to block the link, or has blocked its domain for the account.</summary>
    public IEnumerable<Check> OfLink(AccountRow? account, string? link)
    {
        var domain = LinkDomain.Of(link);
        var reason = account is null || domain is null ? null : links.ReasonOf(account.Id, domain);
        return [.. LinkAdvice.OfAddress(link), LinkAdvice.OfDomain(domain, reason)];
    }

    /// <summary>Whether the same was published to the board not long ago.</summary>
    public IEnumerable<Check> OfRecent(string accountId, string boardId, PinContent content, string? link) =>
        recent.Check(content.ApplyTo(new PinRow { AccountId = accountId, BoardId = boardId, LinkUrl = link }));
}
