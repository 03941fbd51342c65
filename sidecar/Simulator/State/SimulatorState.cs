namespace Connector.Simulator.State;

/// <summary>
/// The simulated world. Every change is a journal entry, applied here and nowhere else; hold <see cref="Gate"/> while looking at it.
/// </summary>
internal sealed class SimulatorState(Journal journal)
{
    private static readonly string[] FirstBoards = ["Home decor", "Recipes", "Travel ideas"];
    private readonly Dictionary<string, SimulatedAccount> _accounts = [];
    private readonly Dictionary<string, SimulatedGrant> _byAccessToken = [];
    private readonly Dictionary<string, RefreshToken> _byRefreshToken = [];

    public Lock Gate { get; } = new();

    public IEnumerable<SimulatedAccount> Accounts => _accounts.Values;

    public void Replay()
    {
        lock (Gate)
        {
            foreach (var entry in journal.Read()) Apply(entry);
        }
    }

    public void Record(JournalEntry entry)
    {
        lock (Gate)
        {
            Apply(entry);
            journal.Append(entry);
        }
    }

    /// <summary>By Pinterest user id or username.</summary>
    public SimulatedAccount? FindAccount(string? idOrName) =>
        idOrName is null ? null : _accounts.Values.FirstOrDefault(account => account.IsCalled(idOrName));

    public SimulatedGrant? FindGrant(string accessToken, DateTimeOffset now) =>
        _byAccessToken.TryGetValue(accessToken, out var grant) && grant.AccessExpiresAt > now ? grant : null;

    public RefreshToken? FindRefreshToken(string text, DateTimeOffset now) =>
        _byRefreshToken.TryGetValue(text, out var token) && token.GoodUntil > now ? token : null;

    private void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case AccountOpened opened:
                var account = _accounts[opened.Id] = new SimulatedAccount(opened.Id, opened.Username, opened.Seed);
                Furnish(account, opened.At);
                break;
            case TokensGranted granted:
                Apply(granted);
                break;
            case BoardSaved saved:
                _accounts[saved.AccountId].Boards[saved.Board.Id] = saved.Board;
                Count(saved.AccountId, saved.Board.Number);
                break;
            case BoardDeleted deleted:
                Delete(_accounts[deleted.AccountId], deleted.BoardId);
                break;
            case SectionSaved saved:
                _accounts[saved.AccountId].Sections[saved.Section.Id] = saved.Section;
                Count(saved.AccountId, saved.Section.Number);
                break;
            case SectionDeleted deleted:
                _accounts[deleted.AccountId].Sections.Remove(deleted.SectionId);
                break;
            case MediaSaved saved:
                _accounts[saved.AccountId].Media[saved.Media.Id] = saved.Media;
                Count(saved.AccountId, saved.Media.Number);
                break;
            case PinSaved saved:
                _accounts[saved.AccountId].Add(saved.Pin);
                Count(saved.AccountId, saved.Pin.Number);
                break;
            case PinMoved moved:
                _accounts[moved.AccountId].Move(moved.PinId);
                break;
            case PinDeleted deleted:
                _accounts[deleted.AccountId].Pins.RemoveAll(pin => pin.Id == deleted.PinId);
                break;
            case StartedOver startedOver:
                foreach (var each in _accounts.Values.Where(each => startedOver.AccountId is not { } only || each.Id == only))
                    Furnish(each, startedOver.At);
                break;
        }
    }

    private void Apply(TokensGranted granted)
    {
        var grant = granted.Grant;
        if (granted.Replaces is { } old && _byRefreshToken.Remove(old, out var replaced) && granted.ReplacedGoodUntil is { } until)
            _byRefreshToken[old] = new RefreshToken(replaced.Grant, until, granted.SamePair ? grant : null);
        _byAccessToken[grant.AccessToken] = grant;
        _byRefreshToken[grant.RefreshToken] = new RefreshToken(grant, grant.RefreshExpiresAt, null);
        _accounts[grant.AccountId].Made++;
    }

    private static void Furnish(SimulatedAccount account, DateTimeOffset at)
    {
        account.Pins.Clear();
        account.Sections.Clear();
        account.Media.Clear();
        account.Boards.Clear();
        foreach (var (index, name) in FirstBoards.Index())
        {
            var board = new SimulatedBoard(Seeded.Id($"{account.Seed}/board/{name}"), index, name, null, "PUBLIC", at);
            account.Boards[board.Id] = board;
        }

        account.Made = Math.Max(account.Made, FirstBoards.Length);
    }

    private static void Delete(SimulatedAccount account, string boardId)
    {
        account.Boards.Remove(boardId);
        account.Pins.RemoveAll(pin => pin.BoardId == boardId);
        foreach (var section in account.Sections.Values.Where(section => section.BoardId == boardId).ToList())
            account.Sections.Remove(section.Id);
    }

    private void Count(string accountId, long number) =>
        _accounts[accountId].Made = Math.Max(_accounts[accountId].Made, number + 1);
}
