using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Pins.Intake;
using Connector.Pins.Texts;
using Connector.Seasons;
using FastEndpoints;
using ValidationContext = System.ComponentModel.DataAnnotations.ValidationContext;

namespace Connector.Pins;

/// <summary>What changes about a pin: a field left out stays, and so does one that is ""; null clears it.</summary>
public sealed record EditPinRequest : IValidatableObject
{
    private readonly HashSet<string> _given = [];

    [Text(100)]
    public string? Title { get => Meant(field); init => field = Given(nameof(Title), value); }

    [Text(800)]
    public string? Description { get => Meant(field); init => field = Given(nameof(Description), value); }

    [Text(500)]
    public string? AltText { get => Meant(field); init => field = Given(nameof(AltText), value); }

    /// <summary>Decodes HTML entities and removes HTML tags in the texts given here; false if left out.</summary>
    public bool? CleanTexts { get; init; }

    [WebAddress]
    public string? LinkUrl { get; init => field = Given(nameof(LinkUrl), value); }

    [Pattern("^#[0-9A-Fa-f]{6}$", ErrorMessage = "must look like #6E7874.")]
    public string? DominantColor { get; init => field = Given(nameof(DominantColor), value); }

    /// <summary>Replaces the image; cannot be cleared.</summary>
    [WebAddress]
    public string? ImageUrl { get; init => field = Given(nameof(ImageUrl), value); }

    /// <summary>Moves the pin to another board, by id or exact name; cannot be cleared.</summary>
    [Text(400, MinimumLength = 1)]
    public string? Board { get; init => field = Given(nameof(Board), value); }

    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric section id.")]
    public string? BoardSectionId { get; init => field = Given(nameof(BoardSectionId), value); }

    /// <summary>Another time, with an offset, at most five years ahead; null means as soon as its account's pace allows.</summary>
    public DateTimeOffset? PublishAt { get; init => field = Given(nameof(PublishAt), value); }

    /// <summary>
    /// Another day of its event. Where the pin has no publish_at, the season that follows decides from when it is published; null means no
    /// season.
    /// </summary>
    public DateOnly? EventDate { get; init => field = Given(nameof(EventDate), value); }

    /// <summary>How many days before its event the season begins; null means 75.</summary>
    [Range(1, SeasonWindow.MostLeadDays)]
    public int? LeadDays { get; init => field = Given(nameof(LeadDays), value); }

    /// <summary>-10 to 10; a higher one is published first.</summary>
    [Range(-10, 10)]
    public int? Priority { get; init => field = Given(nameof(Priority), value); }

    public IReadOnlyDictionary<string, string?>? Metadata { get; init => field = Given(nameof(Metadata), value); }

    /// <summary>Whether somebody has to approve what it makes of the pin, also where its account does not ask for that.</summary>
    internal bool AwaitsApproval { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (_given.Count == 0) yield return new("names nothing to change.", ["request"]);
        if (Has(nameof(ImageUrl)) && ImageUrl is null) yield return new("cannot be cleared: a pin needs an image.", [nameof(ImageUrl)]);
        if (Has(nameof(Board)) && Board is null) yield return new("cannot be cleared: a pin needs a board.", [nameof(Board)]);
        if (MetadataRules.Check(Metadata) is { } problem) yield return new(problem, [nameof(Metadata)]);
    }

    internal PinRow Apply(PinRow pin, AccountRow? account, BoardTarget? board, DateTimeOffset now)
    {
        var edited = pin with
        {
            Title = Has(nameof(Title)) ? Title : pin.Title,
            Description = Has(nameof(Description)) ? Description : pin.Description,
            AltText = Has(nameof(AltText)) ? AltText : pin.AltText,
            LinkUrl = Has(nameof(LinkUrl)) ? Encoded(LinkUrl) : pin.LinkUrl,
            LinkDomain = Has(nameof(LinkUrl)) ? LinkDomain.Of(LinkUrl) : pin.LinkDomain,
            DominantColor = Has(nameof(DominantColor)) ? DominantColor : pin.DominantColor,
            MediaUrl = Encoded(ImageUrl) ?? pin.MediaUrl,
            AssetId = ImageUrl is null || Encoded(ImageUrl) == pin.MediaUrl ? pin.AssetId : null,
            BoardId = board?.BoardId ?? pin.BoardId,
            // A section belongs to its board, so a pin that moves to another board loses it.
            BoardSectionId = Has(nameof(BoardSectionId)) ? BoardSectionId : board is null ? pin.BoardSectionId : board.SectionId,
            Priority = Has(nameof(Priority)) ? Priority ?? 0 : pin.Priority,
            Metadata = Has(nameof(Metadata)) ? MetadataRules.Store(Metadata) : pin.Metadata,
        };
        edited = InSeason(edited, account);
        if (Has(nameof(PublishAt))) edited = edited with { PublishAt = PublishAt };
        if (!Has(nameof(PublishAt)) && edited.WantedAt == pin.WantedAt) return edited;

        var isLater = edited.WantedAt > now;
        return edited with
        {
            DueAt = isLater ? edited.WantedAt!.Value : now,
            PlaceAt = isLater ? edited.WantedAt!.Value : pin.CreatedAt,
            Status = StatusOf(pin, isLater),
            WaitCode = null,
            WaitMessage = null,
        };
    }

    private PinRow InSeason(PinRow pin, AccountRow? account)
    {
        if (!Has(nameof(EventDate)) && !Has(nameof(LeadDays))) return pin;

        var day = Has(nameof(EventDate)) ? EventDate : pin.Season?.EventDate;
        if (SeasonRules.Check(day, LeadDays) is { } wrong) throw Problems.Invalid("lead_days", wrong.ErrorMessage!);
        // The pins of an account that was disconnected are canceled, so there is nothing to edit without one.
        return pin.InSeason(SeasonRules.WindowOf(day, Has(nameof(LeadDays)) ? LeadDays : pin.Season?.LeadDays, account!));
    }

    private static string StatusOf(PinRow pin, bool isLater) =>
        pin.Status == PinStatus.AwaitingApproval ? pin.Status : isLater ? PinStatus.Scheduled : PinStatus.Queued;

    private string? Meant(string? text) => CleanTexts is true && text is not null ? Markup.Clean(text) : text;

    private static string? Encoded(string? url) => url is null ? null : AddressText.Encoded(url);

    /// <summary>The names of the properties that the request gives, also as null.</summary>
    internal IEnumerable<string> GivenFields => _given;

    internal bool Has(string name) => _given.Contains(name);

    private T Given<T>(string name, T value)
    {
        _given.Add(name);
        return value;
    }
}

/// <summary>Which pin, and what changes.</summary>
public sealed record EditPinCall : IdCall
{
    [FromBody, RequiredBody]
    public EditPinRequest Body { get; init; } = null!;
}

/// <summary>PATCH /v1/pins/{id}</summary>
internal sealed class EditPin(PinStore pins, PinEdits edits, PublishedPins published) : Operation<EditPinCall, Pin>
{
    public override void Configure()
    {
        Patch("/{id}");
        Group<PinRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Change a pin. One that is not yet being published keeps its place unless its time changes; where its account asks for "
                + "approval, it has to be approved again. Of a published one Pinterest changes title, description, alt_text, link_url, "
                + "board and board_section_id, if it has opened that to your app; live says whether it took. Where the account asks for "
                + "approval after edits, that needs the scope approve too.",
            404, 409, 422);
    }

    public override Task<Pin> ExecuteAsync(EditPinCall call, CancellationToken ct)
    {
        var pin = pins.Get(Caller, call.Id);
        return PublishedPins.Has(pin)
            ? published.EditAsync(Caller, pin, call.Body, ct)
            : edits.EditAsync(Caller, call.Id, call.Body, ct);
    }
}
