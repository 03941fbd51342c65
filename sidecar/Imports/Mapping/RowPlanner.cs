using System.Security.Cryptography;
using System.Text;
using Connector.Imports.Reading;
using Connector.Pins;
using Fluid;

namespace Connector.Imports.Mapping;

/// <summary>Decides what a row becomes; nothing is asked or stored for it.</summary>
/// <param name="import">Whose rows they are.</param>
/// <param name="mapping">What is which, and what becomes of it.</param>
/// <param name="zone">The account's, in which times without an offset are meant.</param>
internal sealed class RowPlanner(ImportRow import, ReadyMapping mapping, TimeZoneInfo zone)
{
    private const int MostSlides = 5, LongestKey = 200;

    private const string NoPicture =
        "The row names no picture or video; fill in a column such as image, or say in the map which column has it.";

    /// <summary>Whatever is odd about a row is said of that row, and stops no other.</summary>
    public RowPlan Of(ImportItem item)
    {
        try
        {
            return Plan(WholeText.Of(item));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new RowPlan(item.Row, null) { Problem = $"The row cannot be worked: {error.Message}" };
        }
    }

    private RowPlan Plan(ImportItem item)
    {
        var product = ProductReading.Of(item, mapping.Roles, import.SourceUrl);
        var plan = new RowPlan(item.Row, product.Key);
        if (item.Problem is not null) return plan with { Problem = item.Problem };
        if (SkippedBecause(product) is { } reason) return plan with { Skipped = reason };

        var images = PictureChoice.WideEnough(product.Images, mapping.Skip.NarrowerThan);
        if (images.Count == 0 && product.Video is null)
        {
            return product.Images.Count > 0 ? plan with { Skipped = $"Its pictures are narrower than {mapping.Skip.NarrowerThan} pixels." }
                : mapping.Skip.WithoutImage ? plan with { Skipped = "It has no picture." }
                : plan with { Problem = NoPicture };
        }

        if (BoardOf(product) is not { } board)
            return plan with
            {
                Problem = "No board is known for the row: fill in the column board, or give the import a board or the map a rule.",
            };
        try
        {
            return plan with
            {
                Pins = Pins(product, images, Texts(product, board)),
                TakesNextOf = mapping.Images == ImageChoice.Next && product.Video is null ? KeyOf(product, images) : null,
            };
        }
        catch (Exception wrong) when (wrong is TemplateException or RowException)
        {
            return plan with { Problem = wrong.Message };
        }
    }

    private string? SkippedBecause(Product product) =>
        product.IsInStock == false && mapping.Skip.OutOfStock is not false ? "It is out of stock."
        : product.IsUnpublished && mapping.Skip.Unpublished is not false ? "It is not published in the shop."
        : null;

    private string? BoardOf(Product product)
    {
        if (product.Board is { } own) return Named(own, product.Section);
        return mapping.Boards.Find(product) is { } rule ? Named(rule.Board, rule.Section) : mapping.Said.Board;
    }

    private static string Named(string board, string? section) => section is null ? board : $"{board} / {section}";

    private CreatePinRequest Texts(Product product, string board)
    {
        var context = new Lazy<TemplateContext>(() => Templates.Context(product));
        var (at, day) = (RowTimes.Time(product.PublishAt, zone), RowTimes.Day(product.EventDate));
        // What a row says of its time counts before what the import says of all.
        var isOfImport = at is null && day is null && import.EventDay is not null;
        return new CreatePinRequest
        {
            AccountId = import.AccountId,
            Board = board,
            Title = Text(mapping.Title, product.Title, PinTexts.LongestTitle),
            Description = Text(mapping.Description, product.Description, PinTexts.LongestDescription),
            AltText = Text(mapping.AltText, product.AltText, PinTexts.LongestAltText),
            LinkUrl = NullIfEmpty(mapping.Link is { } link ? Templates.Fill(link, context.Value) : product.Link?.Trim()),
            PublishAt = at,
            EventDate = isOfImport ? import.EventDay : day,
            LeadDays = RowTimes.Days(product.LeadDays) ?? (isOfImport ? (int?)import.LeadDays : null),
            Metadata = PinOrigin.Of(product.Key, mapping.TemplateName),
            ChosenBy = Cut($"Import {import.Id}, row {product.Item.Row}", 200),
        };

        string? Text(IFluidTemplate? template, string? own, int most) => NullIfEmpty(TextCutting.Cut(
            template is not null ? Templates.Fill(template, context.Value) : PinTexts.Clean(own ?? "").Trim(), most));
    }

    private IReadOnlyList<CreatePinRequest> Pins(Product product, IReadOnlyList<ItemImage> images, CreatePinRequest pin)
    {
        var key = KeyOf(product, images);
        if (product.Video is { } video)
        {
            var second = RowTimes.Second(product.Cover);
            var cover = second is null ? product.Cover : null;
            return [pin with { VideoUrl = video, CoverImageUrl = cover, CoverTimeSeconds = second, IdempotencyKey = key }];
        }

        var keys = mapping.Images is ImageChoice.Each or ImageChoice.Next ? PictureKeys.Of(images) : [];
        return mapping.Images switch
        {
            ImageChoice.Carousel when images.Count > 1 =>
            [
                pin with
                {
                    Carousel = [.. images.Take(MostSlides).Select(image => new CarouselSlide { ImageUrl = image.Url })],
                    IdempotencyKey = key,
                },
            ],
            ImageChoice.Best => [pin with { ImageUrl = PictureChoice.Best(images).Url, IdempotencyKey = key }],
            ImageChoice.Each => [.. images.Index().Select(each => pin with
            {
                ImageUrl = each.Item.Url,
                PublishAt = TimeOf(pin, each.Index),
                IdempotencyKey = $"{key}#{keys[each.Index]}",
            })],
            ImageChoice.Next =>
                [.. images.Zip(keys, (image, its) => pin with { ImageUrl = image.Url, IdempotencyKey = $"{key}#{its}" })],
            _ => [pin with { ImageUrl = images[0].Url, IdempotencyKey = key }],
        };
    }

    // Pins that only have an event's day wait for its season, each like the first.
    private DateTimeOffset? TimeOf(CreatePinRequest pin, int place) => place == 0 || (pin.PublishAt is null && pin.EventDate is not null)
        ? pin.PublishAt
        : (pin.PublishAt ?? import.CreatedAt) + (mapping.BetweenImages * place);

    // The row's own key, or else what the pin shows and where it leads: the same row in another import gives the same pin.
    private static string KeyOf(Product product, IReadOnlyList<ItemImage> images)
    {
        if (product.Key is { Length: <= LongestKey } own) return $"import:{own}";

        var shown = product.Key ?? $"{product.Link}\n{product.Video ?? images[0].Url}";
        return $"import:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)))}";
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
