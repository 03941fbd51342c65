using Connector.Pinterest.Client;
using static Connector.Pinterest.RateCategory;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    /// <summary>
    /// Sends one create, once. The caller has counted it already (<see cref="ICallMeter.BeginAsync"/>); being cancelled is a failure that
    /// says whether it was sent. Whether it may be is asked as late as possible.
    /// </summary>
    public async Task<PinReceipt> CreatePinAsync(
        PinterestSession session, PinCreate pin, CancellationToken cancellation, Func<bool>? mayBegin = null)
    {
        var create = PinterestCall.Post("/pins", pin) with { MayBegin = mayBegin };
        var answer = await transport.SendCreateAsync(session, create, cancellation);
        var created = answer.Read<PinterestPin>(HasId);
        return new PinReceipt(created.Id, answer.Status, answer.RequestId);
    }

    public Task<PinterestPin> GetPinAsync(PinterestSession session, string pinId, CancellationToken cancellation) =>
        ReadAsync<PinterestPin>(session, PinterestCall.Get(OrgRead, PinPath(pinId)), cancellation, HasId);

    /// <summary>Changes a pin that exists; beta, and null clears a field. Sent again it changes nothing more.</summary>
    /// <param name="session">On whose behalf.</param>
    /// <param name="pinId">Which pin.</param>
    /// <param name="changes">Pinterest's names of the fields, and their new values.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<PinterestPin> UpdatePinAsync(
        PinterestSession session, string pinId, IReadOnlyDictionary<string, string?> changes, CancellationToken cancellation) =>
        ReadAsync<PinterestPin>(session, PinterestCall.Patch(PinPath(pinId), changes), cancellation, HasId);

    /// <summary>Saves a pin, also somebody else's, to a board of the account; each time it is sent makes a pin.</summary>
    public Task<PinterestPin> SavePinAsync(PinterestSession session, string pinId, PinSave to, CancellationToken cancellation) =>
        ReadAsync<PinterestPin>(
            session, PinterestCall.Post($"{PinPath(pinId)}/save", to) with { MakesPin = true }, cancellation, HasId);

    /// <summary>The account's own pins, whoever owns the board, in an order Pinterest does not document.</summary>
    public Task<PinterestPage<PinterestPin>> ListPinsAsync(
        PinterestSession session, OwnPins which, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<PinterestPin>>(
            session,
            PinterestCall.Get(
                OrgRead, "/pins",
                ("pin_filter", which.Filter), ("include_protected_pins", which.IncludesProtected ? "true" : null),
                ("bookmark", bookmark), ("page_size", Number(pageSize))),
            cancellation);

    /// <summary>Those of the account's own pins that have the words, or the ids; Pinterest decides how many are on a page.</summary>
    public Task<PinterestPage<PinterestPin>> SearchPinsAsync(
        PinterestSession session, string query, string? bookmark, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<PinterestPin>>(
            session, PinterestCall.Get(OrgRead, "/search/pins", ("query", query), ("bookmark", bookmark)), cancellation);

    public Task DeletePinAsync(PinterestSession session, string pinId, CancellationToken cancellation) =>
        DeleteAsync(session, PinPath(pinId), cancellation);

    private static string PinPath(string pinId) => $"/pins/{Segment(pinId)}";

    private static bool HasId(PinterestPin pin) => pin.Id.Length > 0;
}
