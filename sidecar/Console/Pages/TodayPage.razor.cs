using Connector.Accounts;
using Connector.Console.Pages.Today;
using Connector.Pacing;
using Connector.Pins;
using Connector.Webhooks;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>What needs its reader, what goes next and when, what went out, and how fast each account may publish.</summary>
public partial class TodayPage
{
    private const int MostLines = 6, MostMeters = 12;

    private const string FirstPin =
        """{"board":"Home decor","title":"Hello","image_url":"https://example.com/hello.jpg","link_url":"https://example.com/"}""";

    private readonly Dictionary<string, RateMeter> _meters = [];
    private List<Account> _accounts = [];
    private string? _account;
    private List<Need> _needs = [];
    private List<Pin> _next = [];
    private IReadOnlyList<Pin> _out = [];

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private RateMeters Meters { get; set; } = null!;

    [Inject]
    private PinOverview Overview { get; set; } = null!;

    [Inject]
    private EventStore Events { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IEnumerable<Account> Chosen => _accounts.Where(account => _account is null || account.Id == _account).Take(MostMeters);

    protected override void OnInitialized()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        _account = Query("account") is { } id ? Accounts.Get(Caller, id).Id : null;
        foreach (var account in Chosen) _meters[account.Id] = Meters.Get(Caller, account.Id);
        _needs = [.. Needs.OfPins(Counted), .. Chosen.SelectMany(account => Needs.OfAccount(account, Clock.GetUtcNow()))];
        _next = [.. Chosen.SelectMany(Next).OrderBy(pin => pin.Eta?.ExpectedAt ?? DateTimeOffset.MaxValue).Take(MostLines)];
        _out = Published();
    }

    private long Counted(string status) =>
        Overview.Count(Caller, status).Where(each => _account is null || each.Key == _account).Sum(each => each.Value);

    private IReadOnlyList<Pin> Next(Account account) => Overview.Next(Caller, account.Id, MostLines);

    private IReadOnlyList<Pin> Published()
    {
        var filter = EventFilter.Of(Caller, EventTypes.OfPin(PinStatus.Published));
        if (_account is not null) filter = filter with { AccountIds = [_account] };
        return [.. Overview.Find(Caller, Events.List(filter, null, MostLines).Select(happened => happened.PinId!))];
    }

    private string NameOf(Pin pin) => _accounts.Find(account => account.Id == pin.AccountId)?.Name ?? pin.AccountId;

    private string? ZoneOf(Pin pin) => _accounts.Find(account => account.Id == pin.AccountId)?.Settings.TimeZone;
}
