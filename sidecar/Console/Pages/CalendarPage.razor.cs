using Connector.Accounts;
using Connector.Console.Pages.Calendar;
using Connector.Console.Parts;
using Connector.Console.Shell;
using Connector.Pacing;
using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>A week or a day of one account in its own time zone: what went out, and the plan as it is expected to happen.</summary>
public partial class CalendarPage
{
    private const int MostOfWeek = 8, MostOfDay = 60;

    private List<Account> _accounts = [];
    private Account? _account;
    private List<CalendarPlan> _plans = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private DateOnly _today;
    private bool _isWeek;
    private long _awaiting;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private PinQueue Queue { get; set; } = null!;

    [Inject]
    private PinOverview Overview { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private DateOnly First => _plans[0].Day.Date;

    private int Step => _isWeek ? 7 : 1;

    private string ZoneName => _account!.Settings.TimeZone;

    protected override void OnInitialized()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        _account = Query("account") is { } id ? Account.From(Accounts.Get(Caller, id)) : FirstAccount.Of(_accounts, Overview, Caller);
        if (_account is null) return;

        _zone = LocalClock.Zone(_account.Settings.TimeZone);
        _today = CalendarDay.At(Clock.GetUtcNow(), _zone);
        _isWeek = Query("view") != "day";
        _awaiting = Overview.Count(Caller, PinStatus.AwaitingApproval).GetValueOrDefault(_account.Id);
        _plans = [.. CalendarDay.Range(CalendarDay.Read(Query("date")) ?? _today, _isWeek, _zone).Select(PlanOf)];
    }

    private CalendarPlan PlanOf(CalendarDay day)
    {
        var most = _isWeek ? MostOfWeek : MostOfDay;
        var planned = _account!.Status == AccountStatus.Active ? Queue.Planned(_account.Id, day.Starts, day.Ends) : [];
        var (count, went) = Queue.Published(_account.Id, day.Starts, day.Ends, Math.Max(most / 2, most - planned.Count));
        var shown = planned.Take(most - went.Count).ToList();
        var tiles = went.Select(pin => Tile(pin, pin.PublishedAt!.Value)).Concat(Tiles(shown));
        return new CalendarPlan(day, [.. tiles], count - went.Count, planned.Count - shown.Count);
    }

    private IEnumerable<CalendarTile> Tiles(List<ExpectedPin> planned)
    {
        var at = planned.ToDictionary(each => each.Id, each => each.At);
        return Overview.Find(Caller, at.Keys).Select(pin => Tile(pin, at[pin.Id]));
    }

    private CalendarTile Tile(Pin pin, DateTimeOffset at) => CalendarTile.Of(pin, at, _zone);

    private string Awaiting => $"{_awaiting:N0} {(_awaiting == 1 ? "waits" : "wait")} for approval";

    private string DayOf(CalendarPlan plan) => $"/calendar?account={_account!.Id}&view=day&date={plan.Day.Text}";

    private string QueueOf(CalendarPlan plan, string? more) => $"/queue?account={_account!.Id}&day={plan.Day.Text}{more}";

    private string Of(DateOnly? date) => QueryText.With(Http, "date", date is { } day ? CalendarDay.Write(day) : null);
}
