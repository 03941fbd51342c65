using Connector.Accounts;
using Connector.Pacing;
using Connector.Pins;
using Connector.Publishing.Worker;
using Connector.Storage;

namespace Connector.Publishing.Keeping;

/// <summary>Tells the other replicas what this one has changed, and hears what they have: whoever waits there is woken too.</summary>
internal sealed partial class ReplicaNews(
    Database database, AccountStore accounts, AccountChanges changes, QueueChanges queue, PinChanges pins, PaceLedger pace,
    Forecaster forecasts, AccountWorkers workers, RecentChanges recent, ILogger<ReplicaNews> logger) : BackgroundService
{
    private const string OfPin = "pin:", OfAccount = "account:", OfQueue = "queue:", Boards = "boards:";
    private const string Added = "added:", WithVideo = "video:", Apps = "apps";

    // What was heard is passed on here, and not told again.
    [ThreadStatic]
    private static bool _isHearing;

    private Task _listening = Task.CompletedTask;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        pins.Changed += TellPin;
        changes.Changed += TellAccount;
        changes.BoardsChanged += TellBoards;
        queue.Changed += TellQueue;
        queue.PinAdded += TellAdded;
        pace.AppsForgotten += TellApps;
        database.Announced += Hear;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        database.Announced -= Hear;
        pins.Changed -= TellPin;
        changes.Changed -= TellAccount;
        changes.BoardsChanged -= TellBoards;
        queue.Changed -= TellQueue;
        queue.PinAdded -= TellAdded;
        pace.AppsForgotten -= TellApps;
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A stop does not wait for it.
        _listening = database.ListenAsync(stoppingToken);
        return Task.CompletedTask;
    }

    private void TellPin(string pinId) => Tell(OfPin + pinId);

    private void TellAccount(string accountId) => Tell(OfAccount + accountId);

    private void TellBoards(string accountId) => Tell(Boards + accountId);

    private void TellQueue(string accountId) => Tell(OfQueue + accountId);

    private void TellAdded(string accountId, bool needsVideo) => Tell((needsVideo ? WithVideo : Added) + accountId);

    private void TellApps() => Tell(Apps);

    private void Tell(string topic)
    {
        if (!_isHearing) database.Tell(topic);
    }

    private void Hear(string topic)
    {
        _isHearing = true;
        try
        {
            if (topic == Database.Everything) Look();
            else if (topic == Apps) pace.ForgetApps();
            else if (topic.IndexOf(':', StringComparison.Ordinal) is var at and > 0) Hear(topic[..(at + 1)], topic[(at + 1)..]);
        }
        catch (Exception error)
        {
            Log.NotHeard(logger, error.Message);
        }
        finally
        {
            _isHearing = false;
        }
    }

    private void Hear(string kind, string id)
    {
        switch (kind)
        {
            case OfPin:
                pins.Heard(id);
                break;
            case OfAccount:
                AccountChanged(id);
                break;
            case Boards:
                changes.RaiseBoards(id);
                break;
            case OfQueue:
                queue.RaiseChanged(id);
                break;
            case Added or WithVideo:
                workers.PinAdded(id, needsVideo: kind == WithVideo);
                break;
        }
    }

    // What was told may have been lost, so the database is asked too.
    private void Look()
    {
        pins.RaiseAll();
        var news = recent.Read();
        if (news.AnyApp) pace.ForgetApps();
        foreach (var accountId in news.Accounts)
        {
            // It may have another app by now.
            pace.Forget(accountId);
            AccountChanged(accountId);
        }

        foreach (var accountId in news.Added) workers.PinAdded(accountId, needsVideo: false);
        foreach (var accountId in news.Changed) queue.RaiseChanged(accountId);
    }

    private void AccountChanged(string accountId)
    {
        accounts.ForgetKnown();
        pace.Invalidate(accountId);
        forecasts.Invalidate(accountId);
        changes.Raise(accountId);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "What another replica said could not be followed at once: {Reason} It is looked for twice a second.")]
        public static partial void NotHeard(ILogger logger, string reason);
    }
}
