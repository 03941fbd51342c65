using System.Data.Common;
using Connector.Http;
using Connector.Storage;

namespace Connector.Pins.Checks;

/// <summary>What was published to a board not long ago: the same again does worse, and looks like spam.</summary>
internal sealed class RecentPins(Database database, TimeProvider clock)
{
    public const string Link = "recent_link";

    // Pinterest favours fresh pins; a month is what it shows as recent in its own figures.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    // Every accepted pin runs this query, so of a board with more pins only the newest are read.
    private const int Most = 100;

    /// <summary>Warns of the same picture and of the same link.</summary>
    public IEnumerable<Check> Check(PinRow pin)
    {
        var before = Before(pin);
        var file = pin.MediaUrl is { } given ? SignedUrl.FileOf(given) : null;
        var stem = file is null ? "" : StemOf(pin.MediaUrl!, file);
        var sameMedia = before.Find(each => IsFile(each.MediaUrl) || each.AssetId is { } id && id == pin.AssetId);
        yield return Of(
            "recent_media", sameMedia, "picture or video",
            "Use another picture: the same one again on one board does worse, and repeated often it looks like spam.");
        yield return Of(
            Link, before.Find(each => each.LinkUrl is { } link && link == pin.LinkUrl), "link",
            "Let days pass between pins to one link; the account's setting days_between_same_link does that by itself.");

        // An address signed anew leads to the same picture.
        bool IsFile(string? url) => url is not null
            && (url == pin.MediaUrl || file is not null && url.StartsWith(stem, StringComparison.Ordinal) && SignedUrl.FileOf(url) == file);
    }

    /// <summary>How every address of the file begins: most pins are passed over by it, without a closer look.</summary>
    private static string StemOf(string url, string file)
    {
        var shared = file[..file.AsSpan().CommonPrefixLength(url)];
        return shared.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? shared[..query] : shared;
    }

    // Few columns, read without Dapper: every accepted pin runs this query, and it takes a fifth of the time.
    private List<Published> Before(PinRow pin) => database.Read(sql => sql.Query(
        "select id, media_url, asset_id, link_url, published_at from pins where account_id = @AccountId and board_id = @BoardId and "
            + $"status = 'published' and published_at > @since order by published_at desc limit {Most}",
        new { pin.AccountId, pin.BoardId, since = clock.GetUtcNow() - Recent },
        row => new Published(
            row.GetString(0), Text(row, 1), Text(row, 2), Text(row, 3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)))));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Check Of(string name, Published? same, string what, string remediation) => same is null
        ? Http.Check.Passed(name)
        : Http.Check.Warning(
            name, name, $"Pin {same.Id} with the same {what} was published to this board at {Rfc3339.Format(same.At)}.", remediation);
}

/// <summary>A pin that was published: what it showed, where it led, and when.</summary>
internal sealed record Published(string Id, string? MediaUrl, string? AssetId, string? LinkUrl, DateTimeOffset At);
