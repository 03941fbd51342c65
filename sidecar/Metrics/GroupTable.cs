using System.Text.Json.Serialization;
using Connector.Http;
using Connector.Metrics.Tables;

namespace Connector.Metrics;

/// <summary>What the newest pins of an account did, added up by what they were made of.</summary>
public sealed record GroupTable
{
    /// <summary>The best first.</summary>
    public required IReadOnlyList<GroupRow> Items { get; init; }
    /// <summary>Whether a row is a product or a template.</summary>
    [OneOf(typeof(GroupBy))]
    public required string By { get; init; }
    /// <summary>The first day (UTC) that is counted.</summary>
    public required DateOnly StartDate { get; init; }
    /// <summary>The last day.</summary>
    public required DateOnly EndDate { get; init; }
    /// <summary>How many pins were looked at: those of the account that were published last, or before those of the page before.</summary>
    public required int Pins { get; init; }
    /// <summary>When the oldest of them was published; null when there is none.</summary>
    public DateTimeOffset? PublishedFrom { get; init; }
    /// <summary>When the newest of them was published.</summary>
    public DateTimeOffset? PublishedTo { get; init; }
    /// <summary>As cursor it gives the same of the pins that were published before these; null when there are none.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Why some pins could not be read this time; left out when all were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricsGap? Problem { get; init; }
}

/// <summary>A product or a template, with the numbers of its pins; a number that is not known is null, never 0.</summary>
public sealed record GroupRow
{
    /// <summary>
    /// The product's key, as the metadata product_key of its pins has it, else the link of the pins without its query; or the name of the
    /// template. Null for pins of which nothing is known.
    /// </summary>
    public string? Key { get; init; }
    /// <summary>The title of its newest pin.</summary>
    public string? Title { get; init; }
    /// <summary>How many of the pins that were looked at are its.</summary>
    public required int Pins { get; init; }
    /// <summary>Of how many Pinterest has told numbers.</summary>
    public required int Measured { get; init; }
    /// <summary>How often its pins were seen.</summary>
    public decimal? Impressions { get; init; }
    /// <summary>How often they were saved.</summary>
    public decimal? Saves { get; init; }
    /// <summary>How often they were opened.</summary>
    public decimal? PinClicks { get; init; }
    /// <summary>How often their link was followed.</summary>
    public decimal? OutboundClicks { get; init; }
    /// <summary>Saves for each impression, from 0 to 1.</summary>
    public decimal? SaveRate { get; init; }
    /// <summary>The pin of it that did best, from which a variation can be made.</summary>
    public required string BestPinId { get; init; }

    internal decimal? Number(string metric) => metric switch
    {
        "impressions" => Impressions,
        "saves" => Saves,
        "pin_clicks" => PinClicks,
        "outbound_clicks" => OutboundClicks,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "is no number of a group"),
    };
}

/// <summary>What pins are put together by.</summary>
internal static class GroupBy
{
    public const string Product = "product", Template = "template";

    public static readonly IReadOnlyList<string> All = [Product, Template];
}

/// <summary>What makes a row the best.</summary>
internal static class GroupOrder
{
    public static readonly IReadOnlyList<string> All = Insights.Metrics;
}
