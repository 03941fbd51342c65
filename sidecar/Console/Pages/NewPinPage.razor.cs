using Connector.Accounts;
using Connector.Assets;
using Connector.Boards;
using Connector.Common;
using Connector.Console.Parts;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>Composes a pin, and says while it is written what would become of it.</summary>
public partial class NewPinPage
{
    private const string Pictures = PictureUploads.Path;

    private string _key = "";
    private string _board = "", _section = "";
    private List<Account> _accounts = [];
    private Account? _account;
    private Pin? _parent;
    private Asset? _asset;
    private IReadOnlyList<BoardChoice>? _boards, _sections;
    private string? _picture, _body;
    private Inspection? _inspection;
    private Problem? _wrong;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private AccountChoice Choice { get; set; } = null!;

    [Inject]
    private AssetStore Files { get; set; } = null!;

    [Inject]
    private BoardDirectory Boards { get; set; } = null!;

    [Inject]
    private PinOverview Overview { get; set; } = null!;

    [Inject]
    private NewPins Pins { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private Problem? Shown => Refusal ?? _wrong;

    private string? BoardName => Given("board") ?? _boards?.FirstOrDefault(board => board.Id == _board)?.Name;

    protected override async Task OnInitializedAsync()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        if (_accounts.Count == 0) return;

        _parent = (Given("variation_of") ?? Query("variation_of")) is { } parent ? Overview.Get(Caller, parent) : null;
        var wanted = Given("account_id") ?? Query("account") ?? _parent?.AccountId;
        var account = wanted is not null ? Account.From(Accounts.Get(Caller, wanted))
            : Choice.Default(Caller) is { } only ? Account.From(only)
            : FirstAccount.Of(_accounts, Overview, Caller)!;
        _key = Given("idempotency_key") ?? NewKey();
        var file = HttpMethods.IsPost(Http.Request.Method) ? Given("asset_id") : Query("asset_id");
        if (file is not null) _asset = Asset.From(Files.Get(Caller, file));
        _picture = Picture.Of(_asset?.Id, ValueOf("image_url"));

        _boards = await Boards.ChoicesAsync(account.Id, null, Http.RequestAborted);
        // What belongs to another account, or to another board, is not kept.
        _board = Known(_boards, ValueOf("board_id"));
        if (_boards is not null && _board.Length > 0)
            _sections = await Boards.ChoicesAsync(account.Id, _board, Http.RequestAborted);
        _section = Known(_sections, ValueOf("board_section_id"));
        _account = account;
    }

    private async Task SendAsync()
    {
        if (await PicksWordsAsync()) return;
        if (Field("act") is "check" or "typing")
        {
            await InspectAsync();
            return;
        }

        var then = "";
        await DoAsync(
            async () =>
            {
                var pin = await Pins.AcceptAsync(Caller, Request(), Http.RequestAborted);
                then = $"/pins/{pin.Id}";
                return pin.Status == PinStatus.AwaitingApproval ? "The pin is accepted; it waits for approval." : "The pin is accepted.";
            },
            () => then);
        // What this form sent before made a pin: sent once more, it makes another.
        if (Refusal?.Code == "idempotency_key_reused") _key = NewKey();
    }

    /// <summary>Asks others only when the button was pressed, not while somebody types.</summary>
    private async Task InspectAsync()
    {
        var fetches = Field("act") == "check";
        try
        {
            var request = Request();
            _body = System.Text.Json.JsonSerializer.Serialize(request with { IdempotencyKey = null }, Indented.Options);
            var wrong = NewPins.ProblemOf(request) is { } problem ? PageWords.Of(problem) : null;
            if (fetches) _wrong = wrong;
            _inspection = wrong is null
                ? await Pins.InspectAsync(Caller, new ParsedPin { Request = request }, fetches, fetches, Http.RequestAborted)
                : Wrong(wrong);
        }
        catch (ProblemException refused)
        {
            _wrong = PageWords.Of(refused.Problem);
            _inspection = Wrong(_wrong);
        }
    }

    /// <summary>A line for each wrong field, by the name that the form gives it.</summary>
    private static Inspection Wrong(Problem problem)
    {
        IReadOnlyList<Check> lines = problem is { Code: "validation_failed", Errors: { } errors }
            ? [.. errors.Select(field => new Check(
                PageWords.LabelOf(field.Key) ?? field.Key, Check.FailedStatus, problem.Code, string.Join(" ", field.Value), null))]
            : [Check.Failed("fields", problem)];
        return new Inspection(false, lines, new Resolved(null, null, null), null);
    }

    private CreatePinRequest Request() => new()
    {
        AccountId = _account!.Id,
        BoardId = _board.Length > 0 ? _board : null,
        Board = Given("board"),
        BoardSectionId = _section.Length > 0 ? _section : null,
        Title = Given("title"),
        Description = Given("description"),
        AltText = Given("alt_text"),
        LinkUrl = Given("link_url"),
        ImageUrl = Given("image_url"),
        AssetId = _asset?.Id,
        PublishAt = PinFields.Time(Given("publish_at"), _account.Settings.TimeZone),
        EventDate = PinFields.Day(Given("event_date")),
        LeadDays = Given("lead_days") is { } days ? PinFields.Number(days, "lead_days") : null,
        Priority = PinFields.Number(Field("priority"), "priority"),
        Metadata = _parent is null ? null : PinOrigin.Of(_parent.Metadata?.GetValueOrDefault(PinOrigin.Product), null, _parent.Id),
        IdempotencyKey = _key,
    };

    private static string Known(IReadOnlyList<BoardChoice>? choices, string id) =>
        choices?.Any(choice => choice.Id == id) is false ? "" : id;

    // A variation begins with what its parent has; what was typed counts once the form is sent.
    private string ValueOf(string name) => name == "description" && _described is not null ? _described
        : _parent is null || HttpMethods.IsPost(Http.Request.Method) ? Field(name)
        : Inherited(_parent, name);

    private static string Inherited(Pin parent, string name) => name switch
    {
        "title" => parent.Title ?? "",
        "description" => parent.Description ?? "",
        "alt_text" => parent.AltText ?? "",
        "link_url" => parent.LinkUrl ?? "",
        "image_url" => parent.MediaType == PinContent.ImageType ? parent.MediaUrl ?? "" : "",
        "board_id" => parent.BoardId,
        "board_section_id" => parent.BoardSectionId ?? "",
        _ => "",
    };

    private string NewKey() => Id.New("console_", Clock.GetUtcNow());
}
