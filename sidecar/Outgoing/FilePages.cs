using System.Text.RegularExpressions;
using Connector.Http;

namespace Connector.Outgoing;

/// <summary>A kind of page. It finds the file's own address: null for what is no such page, empty where nobody can tell it.</summary>
internal sealed record FilePageRule(string Service, Func<AddressParts, string?> Of);

/// <summary>Pages that people give where a file belongs, host by host.</summary>
internal static partial class FilePages
{
    public static readonly FilePageRule[] SharePoint =
    [
        new("OneDrive or SharePoint", address =>
            !SharedFile().IsMatch(address.Path) || address.Query.Contains("download=1", StringComparison.Ordinal) ? null
            : address.Origin + address.Path + (address.Query.Length > 1 ? $"{address.Query}&" : "?") + "download=1"),
        Page("SharePoint", "\\.aspx$(?<!/download\\.aspx)"),
    ];

    /// <summary>By host, without www. before it.</summary>
    public static readonly Dictionary<string, FilePageRule[]> ByHost = new()
    {
        ["drive.google.com"] =
        [
            Page("Google Drive", "^/file/(?:u/[0-9]+/)?d/([\\w-]+)", DriveFile),
            new("Google Drive", address => address.Path != "/open" ? null : DriveId().Match(address.Query) is { Success: true } id
                ? DriveFile.Replace("{id}", id.Value, StringComparison.Ordinal)
                : ""),
            Page("Google Drive", "^/drive/"),
        ],
        ["docs.google.com"] =
        [
            Page("Google Drive", "^/(?:a/[^/]+/)?file/(?:u/[0-9]+/)?d/([\\w-]+)", DriveFile),
            Page("Google Docs", "^/(document|spreadsheets|presentation|drawings|forms)/.*/(edit|view|preview|copy|htmlview|viewform)$"),
        ],
        ["photos.google.com"] = [Page("Google Photos")],
        ["photos.app.goo.gl"] = [Page("Google Photos")],
        ["dropbox.com"] = [new("Dropbox", Dropbox)],
        ["1drv.ms"] = [Page("OneDrive")],
        ["onedrive.live.com"] = [Page("OneDrive", "^/(?!download)")],
        ["icloud.com"] = [Page("iCloud")],
        ["share.icloud.com"] = [Page("iCloud")],
        ["imgur.com"] = [Page("imgur", "^/([A-Za-z0-9]{5,9})/?$", "https://i.imgur.com/{id}.jpg"), Page("imgur", NoPicture)],
        ["instagram.com"] = [Page("Instagram")],
        ["facebook.com"] = [Page("Facebook")],
        ["fb.watch"] = [Page("Facebook")],
        ["pinterest.com"] = [Page("Pinterest")],
        ["pin.it"] = [Page("Pinterest")],
        ["tiktok.com"] = [Page("TikTok")],
        ["vm.tiktok.com"] = [Page("TikTok")],
        ["vt.tiktok.com"] = [Page("TikTok")],
        ["youtube.com"] = [Page("YouTube")],
        ["youtu.be"] = [Page("YouTube")],
        ["vimeo.com"] = [Page("Vimeo", "^/(.*/)?[0-9]+/?$")],
        ["x.com"] = [Page("X")],
        ["twitter.com"] = [Page("X")],
        ["reddit.com"] = [Page("Reddit")],
        ["canva.com"] = [Page("Canva", "^/design/")],
        ["unsplash.com"] =
        [
            Page(
                "Unsplash", "^/(?:photos|[a-z]{2}/[^/]+)/(?:[^/]*-)?([\\w-]{11})/?$",
                "https://unsplash.com/photos/{id}/download?force=true"),
        ],
        ["pexels.com"] =
        [
            Page("Pexels", "/photo/(?:[^/]*-)?([0-9]+)/?$", "https://images.pexels.com/photos/{id}/pexels-photo-{id}.jpeg"),
            Page("Pexels", "/video/"),
        ],
        ["pixabay.com"] = [Page("Pixabay", "^/([a-z]{2}/)?(photos|illustrations|vectors|videos|gifs)/")],
        ["flickr.com"] = [Page("Flickr", "^/photos/")],
        ["flic.kr"] = [Page("Flickr")],
        ["notion.so"] = [Page("Notion", "^/(?!image/|signed/|f/)")],
        ["airtable.com"] = [Page("Airtable")],
        ["app.box.com"] = [Page("Box", "^/(s|file|folder)/")],
        ["wetransfer.com"] = [Page("WeTransfer")],
        ["we.tl"] = [Page("WeTransfer")],
        ["giphy.com"] = [Page("Giphy", "^/(gifs|clips|stickers)/")],
        ["ibb.co"] = [Page("ImgBB")],
        ["postimg.cc"] = [Page("Postimages", NoPicture)],
        ["github.com"] =
        [
            Page("GitHub", "^/([^/]+/[^/]+)/blob/(.+)$", "https://raw.githubusercontent.com/{id}/{rest}", unless: "raw="),
        ],
        ["commons.wikimedia.org"] =
        [
            Page("Wikimedia Commons", "^/wiki/File:(.+)$", "https://commons.wikimedia.org/wiki/Special:FilePath/{id}"),
        ],
    };

    private const string DriveFile = "https://drive.google.com/uc?export=download&id={id}", NoPicture = "^(?!.*\\.(jpe?g|png|gif|webp)$)";

    /// <param name="service">As people call it.</param>
    /// <param name="path">What its path looks like; any when left out.</param>
    /// <param name="direct">The file's own address, with the first group of the path as {id} and the second as {rest}.</param>
    /// <param name="unless">What the query of the file itself has in it.</param>
    private static FilePageRule Page(string service, string path = "", string direct = "", string? unless = null)
    {
        var form = new Regex(path, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        return new(service, address =>
        {
            if (unless is not null && address.Query.Contains(unless, StringComparison.Ordinal)) return null;
            if (form.Match(address.Path) is not { Success: true, Groups: var found }) return null;
            return direct
                .Replace("{id}", found[1].Value, StringComparison.Ordinal)
                .Replace("{rest}", found[2].Value, StringComparison.Ordinal);
        });
    }

    // With raw=1 it gives the file itself, with dl=1 the file as a download; of a folder both give an archive.
    private static string? Dropbox(AddressParts address)
    {
        if (!DropboxShare().IsMatch(address.Path)) return null;
        if (DropboxFolder().IsMatch(address.Path)) return "";
        if (DropboxDirect().IsMatch(address.Query)) return null;

        var others = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("dl=", StringComparison.Ordinal));
        return $"{address.Origin}{address.Path}?{string.Join('&', [.. others, "raw=1"])}";
    }

    [GeneratedRegex("^/:[a-z]:/", RegexOptions.IgnoreCase)]
    private static partial Regex SharedFile();

    [GeneratedRegex("(?<=[?&]id=)[\\w-]+")]
    private static partial Regex DriveId();

    [GeneratedRegex("^/(s|sh|scl|t)/")]
    private static partial Regex DropboxShare();

    [GeneratedRegex("^/(sh|scl/fo|t)/")]
    private static partial Regex DropboxFolder();

    [GeneratedRegex("[?&](raw|dl)=1(&|$)")]
    private static partial Regex DropboxDirect();
}
