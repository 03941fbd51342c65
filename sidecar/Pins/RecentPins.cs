using Connector.Api;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>What was published to a board not long ago: the same again does worse, and looks like spam.</summary>
internal sealed class RecentPins(Database database, TimeProvider clock)
{
    // Pinterest favours fresh pins; a month is what it shows as recent in its own figures.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    // Every accepted pin asks, so a board that gets more than that in a month is not read further.
    private const int Most = 100;

    /// <summary>Warns of the same picture and of the same link.</summary>
    public IEnumerable<Check> Check(PinRow pin)
    {
        var before = database.Read(sql => sql.Query<PinRow>(
            $"""
            select * from (
                select * from pins where account_id = @AccountId and board_id = @BoardId and status = 'published' and published_at > @since
                order by published_at desc limit {Most}
            ) latest where media_url = @MediaUrl or asset_id = @AssetId or link_url = @LinkUrl
            """,
            new { pin.AccountId, pin.BoardId, pin.MediaUrl, pin.AssetId, pin.LinkUrl, since = clock.GetUtcNow() - Recent }));
        yield return Of("recent_media", before.Find(each => each.MediaUrl is { } url && url == pin.MediaUrl || each.AssetId is { } id && id == pin.AssetId), "picture or video", "Use another picture: the same one again on one board does worse, and repeated often it looks like spam.");
        yield return Of("recent_link", before.Find(each => each.LinkUrl is { } link && link == pin.LinkUrl), "link", "Let days pass between pins to one link; the account's setting days_between_same_link does that by itself.");
    }

    private static Check Of(string name, PinRow? same, string what, string remediation) => same is null
        ? Api.Check.Passed(name)
        : Api.Check.Warning(name, name, $"Pin {same.Id} with the same {what} was published to this board at {Rfc3339.Format(same.PublishedAt!.Value)}.", remediation);
}
