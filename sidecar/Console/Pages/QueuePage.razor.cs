using Connector.Accounts;
using Connector.Console.Pages.Calendar;
using Connector.Console.Pages.Queue;
using Connector.Console.Parts;
using Connector.Console.Requests;
using Connector.Console.Shell;
using Connector.Http;
using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>Pins in the order in which they go, why each waits, and what can be done with many of them at once.</summary>
public partial class QueuePage
{
    private const int Limit = 50, LongestText = 200;

    private readonly Dictionary<string, long> _counts = [];
    private List<Account> _accounts = [];
    private string? _account;
    private QueueTab _tab = QueueTab.All[0];
    private CalendarDay? _day;
    private IReadOnlyDictionary<string, string> _boards = new Dictionary<string, string>();
    private PinQueuePage? _page;
    private string _done = "";
    private IReadOnlyList<BulkOutcome> _undone = [];

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private PinQueue Queue { get; set; } = null!;

    [Inject]
    private PinOverview Overview { get; set; } = null!;

    [Inject]
    private BulkActions Bulk { get; set; } = null!;

    [Inject]
    private BoardNames Boards { get; set; } = null!;

    private List<Account> Chosen => _account is null ? _accounts : _accounts.FindAll(account => account.Id == _account);

    private bool IsFiltered => Query("board") is not null || Query("q") is not null || _day is not null || _account is not null;

    private bool MayChoose => _tab.Waits || _tab.Status is PinStatus.Failed ? May(Scope.Publish) || May(Scope.Approve) : false;

    private string ZoneName => Chosen is [var only] ? only.Settings.TimeZone : "each pin's account";

    protected override async Task OnInitializedAsync()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        _account = Query("account") is { } id ? Accounts.Get(Caller, id).Id : null;
        _tab = QueueTab.Of(Query("status"));
        // What a form changes is read after it.
        if (!HttpMethods.IsPost(Http.Request.Method)) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Count();
        _boards = await Boards.OfAsync(Chosen);
        _page = Queue.Page(Filter(), Query("cursor"), Limit);
    }

    private void Count()
    {
        List<string> ids = [.. Chosen.Select(account => account.Id)];
        foreach (var status in new[] { PinStatus.AwaitingApproval, PinStatus.Failed, PinStatus.Unconfirmed })
            _counts[QueueTab.Of(status).Name] =
                Overview.Count(Caller, status).Where(each => ids.Contains(each.Key)).Sum(each => each.Value);
        _counts[QueueTab.All[0].Name] = Queue.Count(ids) + _counts[QueueTab.Of(PinStatus.AwaitingApproval).Name];
    }

    private QueueFilter Filter()
    {
        var zone = LocalClock.Zone(Chosen is [var only] ? only.Settings.TimeZone : null);
        _day = Chosen.Count == 1 && CalendarDay.Read(Query("day")) is { } date ? CalendarDay.Of(date, zone) : null;
        return new QueueFilter
        {
            AccountIds = [.. Chosen.Select(account => account.Id)],
            Status = _tab.Status,
            BoardIds = Query("board") is { } board ? BoardIdsOf(board.Trim()) : null,
            Text = Query("q")?.Trim() is { Length: > 0 and <= LongestText } text ? text : null,
            From = _day?.Starts,
            Before = _day?.Ends,
        };
    }

    /// <summary>The boards of that name; what is none is taken for an id.</summary>
    private List<string> BoardIdsOf(string board)
    {
        List<string> named =
            [.. _boards.Where(each => each.Value.Equals(board, StringComparison.OrdinalIgnoreCase)).Select(each => each.Key)];
        return named.Count > 0 ? named : [board];
    }

    private async Task ActAsync()
    {
        try
        {
            await DoChosenAsync();
        }
        catch (Exception error) when (ConsoleProblems.Of(error) is { } problem)
        {
            Refuse(problem);
        }

        if (Refusal is null && _undone.Count == 0) await DoAsync(() => Task.FromResult<string?>(_done));
        else await LoadAsync();
    }

    private async Task DoChosenAsync()
    {
        var act = Field("act");
        var outcomes = await Bulk.DoAsync(Caller, act, ChosenPin.Of(Fields("ids")), Field, Http.RequestAborted);
        _undone = [.. outcomes.Where(outcome => outcome.Problem is not null)];
        _done = BulkActions.InWords(act, outcomes.Count - _undone.Count);
    }

    private string AddressOf(QueueTab tab) => $"/queue{QueryString.Create(
        from each in QueryText.Others(Http, "status", "cursor", "day").Append(("status", tab.Status ?? ""))
        where each.Item2.Length > 0
        select KeyValuePair.Create(each.Item1, (string?)each.Item2))}";

    private string? CountOf(QueueTab tab) => _counts.TryGetValue(tab.Name, out var count) ? $" {count:N0}" : null;

    private string BoardOf(Pin pin) => _boards.GetValueOrDefault(pin.BoardId, pin.BoardId);

    private Account? AccountOf(Pin pin) => _accounts.Find(account => account.Id == pin.AccountId);
}
