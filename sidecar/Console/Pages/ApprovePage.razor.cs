using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>The pins that wait for approval: one after another, or many after each was shown.</summary>
public partial class ApprovePage
{
    private const int MostInList = 25;

    private const string Switch = """{"settings":{"require_approval":true}}""";

    private readonly Dictionary<string, IReadOnlyList<BoardChoice>?> _boards = [];
    private List<Account> _accounts = [];
    private string? _account, _next, _before;
    private IReadOnlyList<Pin> _pins = [];
    private long _total;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private BoardDirectory Boards { get; set; } = null!;

    [Inject]
    private PinOverview Overview { get; set; } = null!;

    [Inject]
    private PinApproval Approval { get; set; } = null!;

    private bool IsList => Query("view") == "list";

    private string Here => $"{Http.Request.Path}{Http.Request.QueryString}";

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        _account = Query("account") is { } id ? Accounts.Get(Caller, id).Id : null;
        _total = Overview.Count(Caller, PinStatus.AwaitingApproval)
            .Where(each => _account is null || each.Key == _account).Sum(each => each.Value);
        var most = IsList ? MostInList : 1;
        var found = Awaiting(Query("at"), most + 1);
        // After the last one, what was passed over comes again.
        if (found.Count == 0) found = Awaiting(null, most + 1);
        _pins = [.. found.Take(most)];
        _next = found.Count > most ? found[most].Id : null;
        _before = IsList || _pins.Count == 0 ? null
            : Overview.Awaiting(Caller, _account, _pins[0].Id, 1, isBackwards: true) is [var before] ? before.Id : null;
        foreach (var accountId in _pins.Select(pin => pin.AccountId).Distinct())
            _boards[accountId] = await Boards.ChoicesAsync(accountId, null, Http.RequestAborted);
    }

    private IReadOnlyList<Pin> Awaiting(string? from, int limit) => Overview.Awaiting(Caller, _account, from, limit);

    private async Task DecideAsync()
    {
        await DoAsync(
            async () =>
            {
                var decided = await DecideAsync(new PinDecision([Field("id")], null) { UpdatedAt = Seen() });
                decided[0].RowOrProblem();
                About = $"/pins/{decided[0].Id}";
                return IsRejecting ? "The pin is rejected." : "The pin is approved.";
            },
            Here);
        if (Refusal is not null) await LoadAsync();
    }

    private async Task DecideManyAsync()
    {
        var seen = new Dictionary<string, DateTimeOffset>();
        foreach (var box in Fields("ids"))
            if (box.Split(' ') is [var id, var at] && Rfc3339.TryParse(at) is { } time) seen[id] = time;
        if (seen.Count is 0 or > 100)
        {
            Refuse(Problems.InvalidField("ids", "names no pin; choose those to approve or reject."));
            return;
        }

        await DoAsync(
            async () =>
            {
                var decided = await DecideAsync(new PinDecision([.. seen.Keys], null) { Seen = seen });
                var refused = decided.Where(each => each.Problem is not null).ToList();
                var done = $"{decided.Count - refused.Count} of {decided.Count} pins are {(IsRejecting ? "rejected" : "approved")}.";
                return refused.Count == 0 ? done : throw new ProblemException(Partly(done, refused));
            },
            Here);
        if (Refusal is not null) await LoadAsync();
    }

    private static Problem Partly(string done, List<DecidedPin> refused) => new(
        409, refused[0].Problem!.Code, "Some of the chosen pins stay as they are.", done, "Look at each of these again.")
    {
        Errors = refused.ToDictionary(each => each.Id, each => new[] { each.Problem!.Detail }),
    };

    private bool IsRejecting => Field("act") == "reject";

    private Task<IReadOnlyList<DecidedPin>> DecideAsync(PinDecision decision) => Field("act") switch
    {
        "approve" => Approval.ApproveAsync(Caller, decision),
        "reject" => Approval.RejectAsync(Caller, decision, Given("reason")),
        _ => throw Problems.Invalid("act", "must be approve or reject."),
    };

    private string BoardOf(Pin pin) =>
        _boards.GetValueOrDefault(pin.AccountId)?.FirstOrDefault(board => board.Id == pin.BoardId)?.Name ?? pin.BoardId;

    private Account? AccountOf(Pin pin) => _accounts.Find(account => account.Id == pin.AccountId);
}
