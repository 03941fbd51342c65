using System.Diagnostics;
using Connector.Accounts;
using Connector.Common;
using Connector.Pacing;
using Connector.Pinterest;

namespace Connector.Pins.View;

/// <summary>Shows a pin with why it waits and when it is expected to be published.</summary>
internal sealed class PinView(AccountStore accounts, PaceLedger pace, Forecaster forecasts, TimeProvider clock)
{
    public Pin Show(PinRow row) => Show(row, accounts.Find(row.AccountId), forecasts.Of);

    /// <summary>Shows a pin just accepted, added to what is expected of the queue it joined.</summary>
    public Pin ShowAccepted(PinRow row, AccountRow account) => ShowManyAccepted()(row, account);

    /// <summary>The same for pins that were accepted together.</summary>
    public Func<PinRow, AccountRow, Pin> ShowManyAccepted()
    {
        var storedAt = Stopwatch.GetTimestamp();
        return (row, account) =>
        {
            try
            {
                return Show(row, account, () => forecasts.Added(row.AccountId, row.Paced, storedAt));
            }
            catch (StorageUnavailableException)
            {
                // It is on disk: its caller must not be told to send it again.
                return Pin.From(row, account.Environment == PinterestEnvironment.Simulator);
            }
        };
    }

    /// <summary>Shows many pins with one forecast for each account.</summary>
    public Func<PinRow, Pin> ShowMany()
    {
        var known = new Dictionary<string, AccountForecast>();
        return row => Show(
            row, accounts.Find(row.AccountId), id => known.TryGetValue(id, out var forecast) ? forecast : known[id] = forecasts.Of(id));
    }

    private Pin Show(PinRow row, AccountRow? account, Func<string, AccountForecast> forecastOf) =>
        Show(row, account, () => forecastOf(row.AccountId).Of(row.Id));

    private Pin Show(PinRow row, AccountRow? account, Func<Expected?> expect)
    {
        if (PinStatus.IsFinal(row.Status)) return Pin.From(row, accounts.IsSimulated(row.AccountId));

        var now = clock.GetUtcNow();
        var status = account?.Status ?? AccountStatus.ReconnectRequired;
        var isInQueue = status == AccountStatus.Active && PinStatus.IsInQueue(row.Status);
        var expected = isInQueue ? expect() : null;
        var decision = isInQueue ? pace.DecideAny(row.AccountId, now) : PaceDecision.Now(now);
        var notBefore = row.DueAt > now ? row.DueAt : now;
        var eta = row.Status is PinStatus.Publishing or PinStatus.AwaitingApproval
            ? null
            : new Eta(notBefore, WithVideo(row, expected?.At), expected?.Position);
        var waiting = WaitingReason.For(row, status, AccountHold.Of(account), decision, expected, now);
        return Pin.From(row, accounts.IsSimulated(row.AccountId), waiting, eta, notBefore);
    }

    /// <summary>Not before the next poll of its video: when the video is ready is not known before.</summary>
    private static DateTimeOffset? WithVideo(PinRow row, DateTimeOffset? expectedAt) =>
        row is { AwaitsVideo: true, Status: PinStatus.Queued } && !(row.WaitUntil < expectedAt) ? row.WaitUntil : expectedAt;
}
