using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Boards;
using Connector.Console.Pages.Calendar;
using Connector.Console.Parts;
using Connector.Console.Shell;
using Connector.Console.SignIn;
using Connector.Http;
using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>Changes a pin that waits; what is not touched stays.</summary>
public partial class EditPinPage
{
    private const string Example = """{"title":"Another title"}""";

    private Pin _pin = null!;
    private AccountSettings _settings = null!;
    private IReadOnlyList<BoardChoice>? _boards, _sections;

    /// <summary>Of the pin.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private BoardDirectory Boards { get; set; } = null!;

    [Inject]
    private PinOverview Overview { get; set; } = null!;

    [Inject]
    private PinEdits Edits { get; set; } = null!;

    private string Zone => _settings.TimeZone;

    private string Back => SignInAddress.Local(Query("return") ?? $"/pins/{_pin.Id}");

    private string PictureHint => _pin.AssetId is null
        ? "A public address of a JPEG or PNG image."
        : "An uploaded file is used now; an address replaces it.";

    private string Effect => _pin.Status == PinStatus.AwaitingApproval
        ? "The pin waits for approval; whoever approves it sees it as it is then."
        : _settings is { RequireApproval: true, ApprovalAfterEdit: true }
            ? "The pin keeps its place; but its account asks for approval again after a change of what it shows, where it goes or when."
            : "The pin keeps its place unless its time changes.";

    // The API names the board of a change "board", whether it is an id or a name.
    private Problem? Shown => Refusal?.Errors is { } errors && errors.TryGetValue("board", out var wrong)
        ? Refusal with { Errors = new Dictionary<string, string[]>(errors) { ["board_id"] = wrong } }
        : Refusal;

    protected override async Task OnInitializedAsync()
    {
        _pin = Overview.Get(Caller, Id);
        _settings = Account.From(Accounts.Get(Caller, _pin.AccountId)).Settings;
        if (!PinStatus.IsWaiting(_pin.Status)) return;

        _boards = await Boards.ChoicesAsync(_pin.AccountId, null, Http.RequestAborted);
        if (_boards is not null) _sections = await Boards.ChoicesAsync(_pin.AccountId, ValueOf("board_id"), Http.RequestAborted);
    }

    private Task SaveAsync() => DoAsync(
        async () =>
        {
            var change = Change();
            if (change.Count == 0) return "Nothing was changed.";

            var edited = await Edits.CheckAndEditAsync(
                Caller, Id, change.Deserialize<EditPinRequest>(Json.Options)!, Rfc3339.TryParse(Field("seen")), Http.RequestAborted);
            var warnings = string.Join(" ", (edited.Warnings ?? []).Select(check => check.Message));
            var now = edited.Status == _pin.Status ? "" : $"; it is {edited.Status.Replace('_', ' ')} now";
            return $"The pin is changed{now}. {warnings}".Trim();
        },
        Back);

    /// <summary>What differs from the pin, as PATCH takes it: what is emptied is cleared.</summary>
    private JsonObject Change()
    {
        var change = new JsonObject();
        Text("title", "description", "alt_text", "link_url", "image_url");
        var board = Given("board") ?? Field("board_id");
        if (board.Length > 0 && board != _pin.BoardId) change["board"] = board;
        // A section of the board before goes with it.
        var isMoved = change.ContainsKey("board");
        if (_boards is not null && !(isMoved && Field("board_section_id") == (_pin.BoardSectionId ?? ""))) Text("board_section_id");
        if (IsTouched("publish_at"))
            change["publish_at"] = PinFields.Time(Given("publish_at"), Zone) is { } at ? Rfc3339.Format(at) : null;
        if (IsTouched("event_date")) change["event_date"] = PinFields.Day(Given("event_date")) is { } day ? CalendarDay.Write(day) : null;
        // With the event its lead goes too.
        if (IsTouched("lead_days") && Given("event_date") is not null)
            change["lead_days"] = Given("lead_days") is { } days ? PinFields.Number(days, "lead_days") : null;
        if (IsTouched("priority")) change["priority"] = PinFields.Number(Field("priority"), "priority");
        return change;

        void Text(params string[] names)
        {
            foreach (var name in names.Where(IsTouched)) change[name] = Given(name);
        }
    }

    private bool IsTouched(string name) => Http.Request.Form.ContainsKey(name) && Field(name) != WrittenOf(name).Trim();

    private string ValueOf(string name) =>
        Http.Request.HasFormContentType && Http.Request.Form.ContainsKey(name) ? Field(name) : WrittenOf(name);

    /// <summary>What a field holds before anything is typed.</summary>
    private string WrittenOf(string name) => name switch
    {
        "title" => _pin.Title,
        "description" => _pin.Description,
        "alt_text" => _pin.AltText,
        "link_url" => _pin.LinkUrl,
        "image_url" => _pin.MediaUrl,
        "board_id" or "board" => _pin.BoardId,
        "board_section_id" => _pin.BoardSectionId,
        "publish_at" => LocalClock.Write(_pin.PublishAt, LocalClock.Zone(Zone)),
        "event_date" => _pin.Season is { } season ? CalendarDay.Write(season.EventDate) : null,
        "lead_days" => $"{_pin.Season?.LeadDays}",
        "priority" => $"{_pin.Priority}",
        _ => null,
    } ?? "";
}
