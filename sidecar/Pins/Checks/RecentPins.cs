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

    private static readonly string BeforeText =
        $"""
        select id, media_url, asset_id, link_url, published_at from pins
        where account_id = $1 and board_id = $2 and status = '{PinStatus.Published}' and published_at > $3
        order by published_at desc
        limit {Most}
        """;

    /// <summary>Warns of the same picture and of the same link.</summary>
    public IEnumerable<Check> Check(PinRow pin) => Check(pin, database.Read(sql => Before(sql, pin, clock.GetUtcNow())));

    /// <summary>What the boards of new pins got within a month, by account and board.</summary>
    public static Dictionary<(string AccountId, string BoardId), List<PublishedPin>> Before(Sql sql, IReadOnlyList<PinRow> pins)
    {
        var boards = pins.DistinctBy(pin => (pin.AccountId, pin.BoardId)).ToList();
        var found = sql.Prepared(BeforeText).QueryEach(boards, (statement, pin) => Bind(statement, pin, pin.CreatedAt), Read);
        return boards.Zip(found).ToDictionary(each => (each.First.AccountId, each.First.BoardId), each => each.Second);
    }

    private static List<PublishedPin> Before(Sql sql, PinRow pin, DateTimeOffset now) =>
        Bind(sql.Prepared(BeforeText), pin, now).Query(Read);

    private static Statement Bind(Statement statement, PinRow pin, DateTimeOffset now) =>
        statement.Bind(pin.AccountId).Bind(pin.BoardId).Bind(now - Recent);

    private static PublishedPin Read(Statement row) =>
        new(row.Text(0)!, row.Text(1), row.Text(2), row.Text(3), row.Time(4)!.Value);

    /// <summary>Warns of the same picture and of the same link among those.</summary>
    public static IEnumerable<Check> Check(PinRow pin, IReadOnlyList<PublishedPin> before)
    {
        var file = pin.MediaUrl is { } given ? SignedUrl.FileOf(given) : null;
        var stem = file is null ? "" : StemOf(pin.MediaUrl!, file);
        var sameMedia = before.FirstOrDefault(each => IsFile(each.MediaUrl) || each.AssetId is { } id && id == pin.AssetId);
        yield return Of(
            "recent_media", sameMedia, "picture or video",
            "Use another picture: the same one again on one board does worse, and repeated often it looks like spam.");
        yield return Of(
            Link, before.FirstOrDefault(each => each.LinkUrl is { } link && link == pin.LinkUrl), "link",
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

    private static Check Of(string name, PublishedPin? same, string what, string remediation) => same is null
        ? Http.Check.Passed(name)
        : Http.Check.Warning(
            name, name, $"Pin {same.Id} with the same {what} was published to this board at {Rfc3339.Format(same.At)}.", remediation);
}

/// <summary>A pin that was published: what it showed, where it led, and when.</summary>
internal sealed record PublishedPin(string Id, string? MediaUrl, string? AssetId, string? LinkUrl, DateTimeOffset At);
