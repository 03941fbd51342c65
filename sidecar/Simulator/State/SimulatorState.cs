using Connector.Simulator.Catalogs;

namespace Connector.Simulator.State;

/// <summary>All accounts and tokens. Every change is a journal entry that is applied here; hold <see cref="Gate"/> while reading.</summary>
internal sealed class SimulatorState(Journal journal)
{
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
                _accounts[opened.Id] = new SimulatedAccount(opened.Id, opened.Username, opened.Seed);
                _accounts[opened.Id].Reset(opened.At);
                break;
            case AccountKindSet(_, var accountId, var isBusiness):
                _accounts[accountId].IsBusiness = isBusiness;
                break;
            case TokensGranted granted:
                Apply(granted);
                break;
            case BoardSaved(var accountId, var board):
                _accounts[accountId].Save(board);
                break;
            case BoardDeleted(var accountId, var boardId):
                _accounts[accountId].DeleteBoard(boardId);
                break;
            case SectionSaved(var accountId, var section):
                _accounts[accountId].Save(section);
                break;
            case SectionDeleted(var accountId, var sectionId):
                _accounts[accountId].Sections.Remove(sectionId);
                break;
            case MediaSaved(var accountId, var media):
                _accounts[accountId].Save(media);
                break;
            case PinSaved(var accountId, var pin):
                _accounts[accountId].Add(pin);
                break;
            case PinChanged(var accountId, var pin):
                _accounts[accountId].Replace(pin);
                break;
            case PinMoved(var accountId, var pinId):
                _accounts[accountId].Move(pinId);
                break;
            case PinDeleted(var accountId, var pinId):
                _accounts[accountId].Pins.RemoveAll(pin => pin.Id == pinId);
                break;
            case WebsiteSaved(var accountId, var website):
                _accounts[accountId].Websites[website.Address] = website;
                break;
            case FeedSaved(var accountId, var feed):
                _accounts[accountId].Save(feed);
                break;
            case FeedDeleted(var accountId, var feedId):
                _accounts[accountId].Shop.Delete(feedId);
                break;
            case FeedRunBegun(var accountId, var run):
                _accounts[accountId].Add(run);
                break;
            case BatchTaken(var accountId, var batch):
                _accounts[accountId].Add(batch);
                break;
            case GroupSaved(var accountId, var group):
                _accounts[accountId].Save(group);
                break;
            case GroupDeleted(var accountId, var groupId):
                _accounts[accountId].Items.Groups.Remove(groupId);
                break;
            case StartedOver(var at, var accountId):
                foreach (var account in Accounts.Where(account => accountId is null || account.Id == accountId)) account.Reset(at);
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
}
