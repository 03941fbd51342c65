using Connector.Accounts;
using Connector.Http;
using Connector.Pacing;
using Connector.Pins.Checks;
using Connector.Pins.Lifecycle;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>Changes pins that are not yet being published.</summary>
/// <remarks>Whoever calls has made sure of the scope publish; pins of accounts that the caller does not see are not found.</remarks>
internal sealed class PinEdits(
    PinStore pins, AccountStore accounts, EditedPlaces places, AddressChecks addresses, PinAdvice advice, PinView view,
    QueueChanges queue, Forecaster forecasts, TimeProvider clock)
{
    /// <summary>Changes what the request names; the pin is returned with what may not be meant about it.</summary>
    public async Task<Pin> EditAsync(Caller caller, string id, EditPinRequest request, CancellationToken cancellation) =>
        Shown(await ChangeAsync(caller, id, request, null, cancellation));

    /// <summary>The same for a form: its fields are checked first, and the pin must be as it was when the form was shown.</summary>
    public async Task<Pin> CheckAndEditAsync(
        Caller caller, string id, EditPinRequest request, DateTimeOffset? seen, CancellationToken cancellation)
    {
        RequestCheck.Ensure(request);
        return Shown(await ChangeAsync(caller, id, request, seen, cancellation));
    }

    /// <summary>The same without a person or a request that has been checked.</summary>
    public Task<(PinRow Row, IReadOnlyList<Check> Warnings)> CheckAndChangeAsync(
        Caller caller, string id, EditPinRequest request, CancellationToken cancellation)
    {
        RequestCheck.Ensure(request);
        return ChangeAsync(caller, id, request, null, cancellation);
    }

    /// <summary>The same for many pins one after another: without a forecast, which a long queue takes a second for.</summary>
    public async Task<(PinRow Row, IReadOnlyList<Check> Warnings)> ChangeAsync(
        Caller caller, string id, EditPinRequest request, DateTimeOffset? seen, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        PublishTime.Ensure(request.PublishAt, now);
        SeasonRules.Ensure(request.EventDate, now);
        var pin = pins.Get(caller, id);
        var board = await places.FindAsync(pin, request, cancellation);
        var account = accounts.Find(pin.AccountId);
        IReadOnlyList<Check> changed = [];
        var edited = await pins.EditAsync(
            id, row => Checked(account, AsSeen(row, seen), request.Apply(row, account, board, now), out changed),
            request.AwaitsApproval)
            ?? throw PinProblems.NotEdited(pins.Get(caller, id));

        forecasts.Invalidate(edited.AccountId);
        queue.RaiseChanged(edited.AccountId);
        IEnumerable<Check> checks = [.. RequestAdvice.Of(request, board, now), .. changed, .. advice.OfChange(pin, edited)];
        return (edited, [.. checks.Where(check => check.Warns)]);
    }

    private Pin Shown((PinRow Row, IReadOnlyList<Check> Warnings) changed)
    {
        var shown = view.Show(changed.Row);
        return shown with { Warnings = [.. changed.Warnings, .. SeasonAdvice.Warnings(changed.Row, shown)] };
    }

    private static PinRow AsSeen(PinRow row, DateTimeOffset? seen) =>
        seen is { } at && at != row.UpdatedAt ? throw PinProblems.ChangedSince(row) : row;

    private PinRow Checked(AccountRow? account, PinRow before, PinRow after, out IReadOnlyList<Check> checks)
    {
        checks = [];
        if (after.MediaUrl != before.MediaUrl && before.MediaType != PinContent.ImageType)
            throw Problems.Invalid(
                "image_url", $"replaces an image, and this pin shows a {before.MediaType}. Cancel it, and make a new pin.");
        if (after.MediaUrl is { } picture && picture != before.MediaUrl) checks = [.. addresses.Ensure(account, picture, "image_url")];
        if (after.MediaUrl == before.MediaUrl && after.DueAt == before.DueAt) return after;

        foreach (var (url, field, _) in PinContent.From(after).Addresses) MediaExpiry.EnsureValidAt(url, after.DueAt, field);
        return after;
    }
}
