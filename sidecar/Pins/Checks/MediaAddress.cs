using Connector.Http;
using Connector.Outgoing;

namespace Connector.Pins.Checks;

/// <summary>Judges the address of a picture or video by its text.</summary>
internal static class MediaAddress
{
    private const string Page = "media_page", Private = "media_private", Name = "media_name";

    private const string GiveTheFile = "give the file with POST /v1/assets";

    // https://help.pinterest.com/en/business/article/pinterest-product-specs names JPEG and PNG.
    private static readonly Dictionary<string, string> OtherPictures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["webp"] = "WebP",
        ["avif"] = "AVIF",
        ["gif"] = "GIF",
        ["heic"] = "HEIC",
        ["heif"] = "HEIC",
        ["tif"] = "TIFF",
        ["tiff"] = "TIFF",
        ["bmp"] = "BMP",
        ["svg"] = "SVG",
        ["jxl"] = "JPEG XL",
    };

    // What else is often pasted by mistake. Programs such as .php are not here: they may well answer with a picture.
    private static readonly string[] NoPictures = [".html", ".htm", ".xhtml", ".pdf", ".txt"];

    private static readonly string[] FormatParameters = ["fm=", "format=", "output="];

    public static IEnumerable<Check> Of(string url, string field, bool isFetched)
    {
        var problem = ProblemOf(url, field, isFetched);
        foreach (var name in new[] { Page, Private })
            yield return problem?.Name == name ? Check.Failed(name, problem.Value.Problem) : Check.Passed(name);
        yield return isFetched ? OfName(url) : Check.Passed(Name);
    }

    /// <summary>Why nobody could publish what lies there, and the name of the check that says so.</summary>
    /// <param name="url">The address.</param>
    /// <param name="field">Where in the request it is.</param>
    /// <param name="isFetched">Whether Pinterest fetches it; what is taken here is refused only when the settings do not allow it.</param>
    public static (string Name, Problem Problem)? ProblemOf(string url, string field, bool isFetched)
    {
        return AddressParts.Of(url) is { } address ? ProblemOf(address, url, field, isFetched) : null;
    }

    /// <inheritdoc cref="ProblemOf(string, string, bool)"/>
    public static (string Name, Problem Problem)? ProblemOf(AddressParts address, string url, string field, bool isFetched)
    {
        if (FilePage.At(address) is { } page) return (Page, OfPage(page, url, field));
        return isFetched && InternetHost.ReasonAgainst(address) is { } reason ? (Private, OfPrivate(reason, url, field)) : null;
    }

    /// <summary>Whether its name is that of a picture that Pinterest may not take; only the bytes prove it.</summary>
    public static Check OfName(string url) => AddressParts.Of(url) is { } address ? OfName(address, url) : Check.Passed(Name);

    /// <inheritdoc cref="OfName(string)"/>
    public static Check OfName(AddressParts address, string url) =>
        Array.Exists(NoPictures, ending => address.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? Check.Warning(
                Name, "media_type_unlisted",
                $"{AddressText.Shown(url)} looks like a page or a document, not like a picture or video.",
                "Give the address of the file itself; on a page, right-click the picture and copy its address.")
        : FormatOf(address) is not { } format
            ? Check.Passed(Name)
            : Check.Warning(
                Name, "media_type_unlisted",
                $"{AddressText.Shown(url)} looks like {format}; Pinterest lists JPEG and PNG, and may refuse the pin when it is published.",
                "Give the address of a JPEG or PNG.");

    private static string? FormatOf(AddressParts address)
    {
        var path = address.Path;
        if (path.LastIndexOf('.') is var dot and > 0 && OtherPictures.TryGetValue(path[(dot + 1)..], out var format))
            // Image servers send another format than the name says when they are asked to.
            return OfQuery(address.Query) is { } asked ? OtherPictures.GetValueOrDefault(asked) : format;
        return OfQuery(address.Query) is { } other ? OtherPictures.GetValueOrDefault(other) : null;
    }

    private static string? OfQuery(string query)
    {
        if (query.Length < 2) return null;
        var asked = Array.Find(query[1..].Split('&'), part => Array.Exists(FormatParameters, name =>
            part.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        return asked?[(asked.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }

    private static Problem OfPage(FilePage page, string url, string field) => Problem(
        "media_type_unsupported", "This address leads to a page, not to a file.", field,
        $"{AddressText.Shown(url)} is a page of {page.Service} that shows the file, not the file.",
        page.Direct is { } direct
            ? $"Give the file's own address, {direct} , or {GiveTheFile}."
            : $"Download it there, and {GiveTheFile}.");

    private static Problem OfPrivate(string reason, string url, string field) => Problem(
        "media_unreachable", "Pinterest could not fetch the file.", field,
        $"{reason}, so Pinterest cannot fetch {AddressText.Shown(url)}.",
        $"Give a public address, or {GiveTheFile}; or set snapshot_media, and the connector fetches it now where "
            + "Connector:Network:AllowPrivateAddresses opens the host.");

    private static Problem Problem(string code, string title, string field, string detail, string remediation) =>
        new(422, code, title, $"{field}: {detail}", remediation) { Errors = new Dictionary<string, string[]> { [field] = [detail] } };
}
