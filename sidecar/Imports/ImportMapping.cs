using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Imports;

/// <summary>What is which in a file, and what becomes of it. All of it may be left out.</summary>
public sealed record ImportMapping
{
    /// <summary>
    /// Which column has what: key, title, description, link, image, video, cover, board, section, category, tags, price, availability,
    /// published, publish_at, event_date, lead_days or alt_text, with the name of the column. The usual names are known without it.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    /// <summary>The board of rows that name none and that no rule fits: its id or name; "Board / Section" names a section.</summary>
    [Text(400, MinimumLength = 1)]
    public string? Board { get; init; }

    /// <summary>Rules for boards, at most 200; the first that fits counts.</summary>
    [Items(0, 200)]
    public IReadOnlyList<BoardRule>? Boards { get; init; }

    /// <summary>Whether boards that the account does not have yet are made.</summary>
    public bool CreateIfMissing { get; init; }

    /// <summary>How texts and links are put together.</summary>
    [Validated]
    public ImportTemplates? Templates { get; init; }

    /// <summary>
    /// Which pictures of a product: first (the default), best (the nearest to 2:3), each (a pin of each, over time), next (in each import
    /// a pin of the next one that has none yet) or carousel.
    /// </summary>
    [OneOf(typeof(ImageChoice))]
    public string? Images { get; init; }

    /// <summary>With images: each, how many days lie between two pins of a product; 7 if left out.</summary>
    [Range(0, 365)]
    public int? DaysBetweenImages { get; init; }

    /// <summary>Which rows are left out.</summary>
    [Validated]
    public SkipRules? Skip { get; init; }
}

/// <summary>A board, and which rows go there: those that all of its conditions fit.</summary>
public sealed record BoardRule
{
    /// <summary>One of the row's categories; case does not matter.</summary>
    [Text(400)]
    public string? Category { get; init; }

    /// <summary>One of the row's tags; case does not matter.</summary>
    [Text(400)]
    public string? Tag { get; init; }

    /// <summary>The lowest price.</summary>
    public decimal? PriceFrom { get; init; }

    /// <summary>The highest price.</summary>
    public decimal? PriceTo { get; init; }

    /// <summary>The column that matches is about; title if left out.</summary>
    [Text(200)]
    public string? Field { get; init; }

    /// <summary>A regular expression (without look-around and back references) that is found in the field; case does not matter.</summary>
    [Text(500, MinimumLength = 1)]
    public string? Matches { get; init; }

    /// <summary>The board's id or name.</summary>
    [Required, Text(400, MinimumLength = 1)]
    public string Board { get; init; } = "";

    /// <summary>A section of it, by name.</summary>
    [Text(180, MinimumLength = 1)]
    public string? Section { get; init; }
}

/// <summary>Texts and links in Liquid; every column can be named in them. Without one the row's own text is used.</summary>
public sealed record ImportTemplates
{
    /// <summary>What these texts are called where metrics are compared; a short name made of them if left out.</summary>
    [Text(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Such as {{ title }} | {{ vendor }}.</summary>
    [Text(4000)]
    public string? Title { get; init; }

    /// <summary>Such as {{ description | strip_html | truncate_words: 400 }} {{ tags | hashtags }}.</summary>
    [Text(4000)]
    public string? Description { get; init; }

    /// <summary>For people who cannot see the picture.</summary>
    [Text(4000)]
    public string? AltText { get; init; }

    /// <summary>Such as {{ link | add_query: "utm_source=pinterest" }}.</summary>
    [Text(4000)]
    public string? Link { get; init; }
}

/// <summary>Which rows become no pins.</summary>
public sealed record SkipRules
{
    /// <summary>Products that are sold out; true if left out.</summary>
    public bool? OutOfStock { get; init; }

    /// <summary>Drafts and hidden products; true if left out.</summary>
    public bool? Unpublished { get; init; }

    /// <summary>Rows without a picture, which are wrong otherwise.</summary>
    public bool WithoutImage { get; init; }

    /// <summary>Pictures that are said to be narrower than so many pixels; of one whose size is not known nothing is skipped.</summary>
    [Range(1, 10_000)]
    public int? NarrowerThan { get; init; }
}

/// <summary>Which pictures of a product become pins.</summary>
internal static class ImageChoice
{
    public const string First = "first", Best = "best", Each = "each", Next = "next", Carousel = "carousel";

    public static readonly IReadOnlyList<string> All = [First, Best, Each, Next, Carousel];
}
