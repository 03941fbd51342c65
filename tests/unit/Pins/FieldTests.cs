using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Pins;
using Connector.Pins.Intake;
using Connector.Pinterest;
using Connector.Seasons;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

/// <summary>A field of a pin is known everywhere: a new one fails here until each place has it or says why not.</summary>
/// <remarks>That n8n's node offers each field is tested in n8n-node/test/contract.test.mjs.</remarks>
public sealed class FieldTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> NotEdited = new()
    {
        [nameof(CreatePinRequest.AccountId)] = "Its board and its files belong to the account.",
        [nameof(CreatePinRequest.BoardId)] = "board takes an id too.",
        [nameof(CreatePinRequest.ImageBase64)] = "Another image is given by its address; other media make another pin.",
        [nameof(CreatePinRequest.ImageContentType)] = "It goes with image_base64.",
        [nameof(CreatePinRequest.AssetId)] = "Another image is given by its address; other media make another pin.",
        [nameof(CreatePinRequest.VideoUrl)] = "Another video makes another pin.",
        [nameof(CreatePinRequest.Carousel)] = "Other pictures make another pin.",
        [nameof(CreatePinRequest.CoverImageUrl)] = "A cover belongs to its video.",
        [nameof(CreatePinRequest.CoverAssetId)] = "A cover belongs to its video.",
        [nameof(CreatePinRequest.CoverTimeSeconds)] = "A cover belongs to its video.",
        [nameof(CreatePinRequest.SnapshotMedia)] = "It is about accepting the pin.",
        [nameof(CreatePinRequest.IdempotencyKey)] = "It is what a repeated request is known by.",
        [nameof(CreatePinRequest.LinkMarker)] = "An attempt may have been made with it.",
        [nameof(CreatePinRequest.ChosenBy)] = "An audit trail does not change.",
        [nameof(CreatePinRequest.ParentPinId)] = "Pinterest changes it of no pin; another source makes another pin.",
        [nameof(CreatePinRequest.SponsorId)] = "Whoever is asked for a partnership is asked once.",
        [nameof(CreatePinRequest.AdAccountId)] = "Its board belongs to the ad account's owner.",
        [nameof(CreatePinRequest.CallbackUrl)] = "The request sent again with the same key changes it.",
    };

    private static readonly Dictionary<string, string> NotShown = new()
    {
        [nameof(CreatePinRequest.Board)] = "board_id says which board the name meant.",
        [nameof(CreatePinRequest.ImageUrl)] = "It is media_url.",
        [nameof(CreatePinRequest.ImageBase64)] = "Bytes are not sent back.",
        [nameof(CreatePinRequest.ImageContentType)] = "It goes with image_base64.",
        [nameof(CreatePinRequest.VideoUrl)] = "It is media_url.",
        [nameof(CreatePinRequest.SnapshotMedia)] = "asset_id says what was taken.",
        [nameof(CreatePinRequest.CleanTexts)] = "The texts are shown as they were cleaned.",
        [nameof(CreatePinRequest.LinkMarker)] = "It changes what is sent to Pinterest, and link_url stays as given.",
        [nameof(CreatePinRequest.EventDate)] = "It is in season.",
        [nameof(CreatePinRequest.LeadDays)] = "It is in season.",
        [nameof(CreatePinRequest.CallbackUrl)] = "A resume URL lets whoever has it continue the workflow.",
    };

    // When a pin goes depends on its account, board, link, time, season and priority, and on nothing else.
    private static readonly string[] Planned =
    [
        nameof(CreatePinRequest.AccountId), nameof(CreatePinRequest.BoardId), nameof(CreatePinRequest.Board),
        nameof(CreatePinRequest.LinkUrl), nameof(CreatePinRequest.PublishAt), nameof(CreatePinRequest.EventDate),
        nameof(CreatePinRequest.LeadDays), nameof(CreatePinRequest.Priority),
    ];

    // What is resolved, or decided with the media, before the row is composed; integration tests follow these.
    private static readonly string[] NotOfTheRequestAlone =
    [
        nameof(CreatePinRequest.AccountId), nameof(CreatePinRequest.BoardId), nameof(CreatePinRequest.Board),
        nameof(CreatePinRequest.ImageUrl), nameof(CreatePinRequest.ImageBase64), nameof(CreatePinRequest.ImageContentType),
        nameof(CreatePinRequest.AssetId), nameof(CreatePinRequest.VideoUrl), nameof(CreatePinRequest.Carousel),
        nameof(CreatePinRequest.CoverImageUrl), nameof(CreatePinRequest.CoverAssetId), nameof(CreatePinRequest.CoverTimeSeconds),
        nameof(CreatePinRequest.SnapshotMedia), nameof(CreatePinRequest.IdempotencyKey), nameof(CreatePinRequest.CallbackUrl),
        // Days of its account's time zone.
        nameof(CreatePinRequest.EventDate), nameof(CreatePinRequest.LeadDays),
        // It changes the texts that are given with it: Texts/MarkupTests.
        nameof(CreatePinRequest.CleanTexts),
    ];

    public static TheoryData<string> Fields() => [.. NamesOf<CreatePinRequest>()];

    public static TheoryData<string> EditedFields() => [.. NamesOf<EditPinRequest>().Except([nameof(EditPinRequest.CleanTexts)])];

    public static TheoryData<string> StoredFields() => [.. NamesOf<CreatePinRequest>().Except(NotOfTheRequestAlone)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_can_be_edited_or_a_reason_says_why_not(string field) =>
        Assert.True(NamesOf<EditPinRequest>().Contains(field) != NotEdited.ContainsKey(field), $"EditPinRequest.{field}");

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_is_answered_or_a_reason_says_why_not(string field) =>
        Assert.True(NamesOf<Pin>().Contains(field) != NotShown.ContainsKey(field), $"Pin.{field}");

    [Fact]
    public void Planning_takes_the_fields_that_decide_when_a_pin_goes() => Assert.Equal(Planned, NamesOf<PlannedPin>());

    [Fact]
    public void Checking_a_pin_and_a_batch_take_the_fields_of_creating_one()
    {
        Assert.Equal(typeof(CreatePinRequest), typeof(ParsedPin).GetCustomAttribute<OnTheWireAttribute>()!.Type);
        Assert.IsType<ParsedPin>(new ValidatePinCall { Body = new ParsedPin() }.Body);
        Assert.IsType<IReadOnlyList<ParsedPin>>(new CreatePinsRequest().Pins, exactMatch: false);
    }

    [Theory]
    [MemberData(nameof(StoredFields))]
    public void A_field_that_is_given_changes_the_row(string field) =>
        Assert.NotEqual(Composed("{}"), Composed(Only<CreatePinRequest>(field)));

    [Theory]
    [MemberData(nameof(EditedFields))]
    public void An_edited_field_changes_the_row(string field)
    {
        var before = Composed("{}").InSeason(SeasonWindow.Of(new DateOnly(2026, 12, 25), null, TimeZoneInfo.Utc));
        var edit = Read<EditPinRequest>(Only<EditPinRequest>(field));
        var board = edit.Board is null ? null : new BoardTarget("9", null);

        Assert.NotEqual(before, edit.Apply(before, new AccountRow(), board, Now));
    }

    [Theory]
    [InlineData(typeof(EditPinRequest))]
    [InlineData(typeof(PlannedPin))]
    [InlineData(typeof(CarouselSlide))]
    public void A_field_has_the_same_bounds_wherever_it_is_given(Type request)
    {
        var shared = request.GetProperties().Where(property => NamesOf<CreatePinRequest>().Contains(property.Name)).ToList();

        Assert.NotEmpty(shared);
        Assert.All(shared, property => Assert.Equal(Bounds(typeof(CreatePinRequest).GetProperty(property.Name)!), Bounds(property)));
    }

    [Fact]
    public void The_simulator_reads_every_field_that_is_sent_to_Pinterest()
    {
        var reads = File.ReadAllText(Repository.Path("sidecar", "Simulator", "Api", "PinHandlers.cs"))
            + File.ReadAllText(Repository.Path("sidecar", "Simulator", "Media", "MediaSourceChecks.cs"));
        var sources = typeof(MediaSource).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MediaSource)));
        var sent = new[] { typeof(PinCreate), typeof(CarouselUrl), typeof(CarouselBytes) }.Concat(sources)
            .SelectMany(type => type.GetProperties())
            // Which card of a carousel Pinterest shows first changes nothing that the simulator keeps.
            .Where(property => property.Name != nameof(CarouselUrlSource.Index))
            .Select(property => JsonName(property.Name))
            .ToHashSet();

        Assert.True(sent.Count > 15, $"Only {sent.Count} fields were found.");
        Assert.All(sent, field => Assert.Contains($"\"{field}\"", reads, StringComparison.Ordinal));
    }

    private static PinRow Composed(string request)
    {
        var resolved = new ResolvedReferences(new AccountRow { Id = "acc_1", WorkspaceId = "wsp_1" }, new BoardTarget("1", null), null);
        var row = NewPin.Compose(Read<CreatePinRequest>(request), resolved, new PinContent(PinContent.ImageType), null, "hash", Now);
        return row with { Id = "pin_1" };
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json.Options)!;

    private static string Only<T>(string field)
    {
        var type = typeof(T).GetProperty(field)!.PropertyType;
        var sample = (Nullable.GetUnderlyingType(type) ?? type).Name switch
        {
            nameof(String) => "\"https://example.com/changed\"",
            nameof(Int32) => "5",
            nameof(Boolean) => "false",
            nameof(DateOnly) => "\"2026-12-01\"",
            nameof(DateTimeOffset) => "\"2026-12-01T09:00:00Z\"",
            _ => """{"key": "value"}""",
        };
        return $$"""{"{{JsonName(field)}}": {{sample}}}""";
    }

    private static IEnumerable<string> Bounds(PropertyInfo property) =>
        property.GetCustomAttributes<ValidationAttribute>().Select(rule => rule switch
        {
            StringLengthAttribute text => $"{rule.GetType().Name} {text.MinimumLength} to {text.MaximumLength}",
            RangeAttribute range => $"{range.Minimum} to {range.Maximum}",
            PatternAttribute pattern => $"{pattern.Form} {pattern.ErrorMessage}",
            _ => rule.GetType().Name,
        });

    private static IEnumerable<string> NamesOf<T>() => typeof(T).GetProperties().Select(property => property.Name);

    private static string JsonName(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);
}
