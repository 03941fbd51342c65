using System.Net;
using Connector.Accounts;
using Connector.Assets;
using Connector.Http;
using Connector.Outgoing;
using Connector.Pins.Media;
using Connector.Pinterest;

namespace Connector.Pins.Checks;

/// <summary>What can be said about the addresses of a pin's pictures and videos by their text alone; nothing is looked up.</summary>
internal sealed class AddressChecks(MediaFiles files, OutgoingAddress outgoing)
{
    /// <summary>The warnings about a new pin's addresses.</summary>
    /// <exception cref="ProblemException">One leads to no file, or nowhere that Pinterest can reach.</exception>
    public IReadOnlyList<Check> Ensure(AccountRow account, CreatePinRequest request, MediaTerms terms)
    {
        List<Check>? advice = null;
        foreach (var (url, field, isFetched) in Addresses(account, request, terms))
        {
            if (AddressParts.Of(url) is not { } address) continue;
            if (MediaAddress.ProblemOf(address, url, field, isFetched) is var (_, problem)) throw new ProblemException(problem);
            if (isFetched && MediaAddress.OfName(address, url) is { Warns: true } check) (advice ??= []).Add(check);
        }

        return advice ?? [];
    }

    /// <summary>The same for the address of one picture, which Pinterest is to fetch.</summary>
    public IEnumerable<Check> Ensure(AccountRow? account, string url, string field)
    {
        var isFetched = !IsRehearsed(account, url);
        if (MediaAddress.ProblemOf(url, field, isFetched) is var (_, problem)) throw new ProblemException(problem);
        return isFetched ? [MediaAddress.OfName(url)] : [];
    }

    /// <summary>Every check of every address.</summary>
    public IEnumerable<Check> Of(AccountRow? account, CreatePinRequest request, MediaTerms terms) =>
        Addresses(account, request, terms).SelectMany(each => MediaAddress.Of(each.Url, each.Field, each.IsFetched));

    /// <summary>Pinterest fetches pictures; videos, and what is taken now, are fetched here.</summary>
    private IEnumerable<(string Url, string Field, bool IsFetched)> Addresses(
        AccountRow? account, CreatePinRequest request, MediaTerms terms)
    {
        // As soon as one picture of a carousel comes as a file, the others are taken too.
        var areTaken = request.Carousel?.Any(
            slide => slide.AssetId is not null || slide.ImageUrl is { } url && files.MustSnapshot(request, url, terms)) is true;
        foreach (var (url, field, kind) in PinContent.Named(request).Addresses)
        {
            var isFetched = kind == MediaKind.Image && !areTaken && !files.MustSnapshot(request, url, terms);
            yield return (url, field, isFetched && !IsRehearsed(account, url));
        }
    }

    // Where nothing is published, a private address that the settings open may stand in for a site on the internet.
    private bool IsRehearsed(AccountRow? account, string url) =>
        account?.Environment == PinterestEnvironment.Simulator
        && AddressParts.Of(url) is { } address
        && IPAddress.TryParse(address.Host.Trim('[', ']'), out _)
        && InternetHost.ReasonAgainst(address) is not null
        && outgoing.ProblemOf(url) is null;
}
