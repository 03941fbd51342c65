using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Pins.Intake;
using Connector.Pins.Plans;

namespace Connector.Pins.Checks;

/// <summary>Checks a pin as accepting it would, and continues after a failed check, so that all problems are reported at once.</summary>
internal sealed class PinInspector(
    RequestReferences references, AddressChecks addresses, MediaInspector media, NetworkChecks network, PinAdvice advice,
    EarlierPins earlier, Planner planner, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="given">The pin.</param>
    /// <param name="wanted">Which checks over the network are made.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    /// <param name="reckons">Whether it is found out when the pin would be published, which looks at the whole queue.</param>
    public async Task<Inspection> InspectAsync(
        Caller caller, CreatePinRequest given, RequestedChecks wanted, CancellationToken cancellation, bool reckons = true)
    {
        var encoded = RequestAddresses.Encoded(given);
        var checks = new CheckList();
        checks.Add(Check.Passed("fields"));
        var account = await checks.TryAsync("account", () => references.Account(caller, encoded));
        var request = InSeason(checks, encoded, account);
        if (account is not null) checks.Add([advice.OfAccount(account), AccountAdvice.OfApproval(account)]);
        checks.Add(addresses.Of(account, request, MediaInspector.Terms(account)));
        var content = await checks.TryAsync("media", () => media.TakeAsync(caller, account, request, cancellation));
        if (account is not null && content?.Type == PinContent.VideoType) checks.Add(PinAdvice.OfVideo(account));
        await checks.TryAsync("callback", () => references.Callback(caller, request));
        var board = await BoardAsync(checks, account, request, wanted.Board, cancellation);
        checks.Add(RequestAdvice.Of(request, board, clock.GetUtcNow()));

        checks.Add(await network.CheckAsync(account, board, content, request, wanted, cancellation));
        checks.Add(advice.OfLink(account, request.LinkUrl));
        checks.Add(LinkAdvice.OfSlides(request.Carousel));
        checks.Add(earlier.Check(caller, given, accountIsKnown: account is not null));

        var eta = reckons ? Eta(account, board, request) : null;
        if (request.Season is { } season)
            checks.Add(SeasonAdvice.Check(season, request.PublishAt, eta?.ExpectedAt ?? request.NotBefore(clock.GetUtcNow())));
        checks.Add(media.Expiry(account, request, request.NotBefore(clock.GetUtcNow()), eta?.ExpectedAt));
        if (content is not null && account is not null && board is not null)
            checks.Add(advice.OfRecent(account.Id, board.BoardId, content, request.LinkUrl));

        var resolved = new Resolved(account?.Id, board?.BoardId, request.BoardSectionId ?? board?.SectionId);
        return new Inspection(!checks.HasFailed, checks.All, resolved, eta);
    }

    private CreatePinRequest InSeason(CheckList checks, CreatePinRequest request, AccountRow? account)
    {
        if (SeasonRules.ProblemOf(request.EventDate, clock.GetUtcNow()) is not { } problem)
            return account is null
                ? request
                : request with { Season = SeasonRules.WindowOf(request.EventDate, request.LeadDays, account) };

        checks.Add(Check.Failed(SeasonAdvice.Name, problem));
        return request;
    }

    private async Task<BoardTarget?> BoardAsync(
        CheckList checks, AccountRow? account, CreatePinRequest request, bool reads, CancellationToken cancellation)
    {
        if (account is not null) return await checks.TryAsync("board", () => references.BoardAsync(account, request, reads, cancellation));

        checks.Add(Check.Skipped("board", "The account is not known."));
        return null;
    }

    private Eta? Eta(AccountRow? account, BoardTarget? board, CreatePinRequest request)
    {
        if (account is null || board is null) return null;

        var planned = new PlannedPin { LinkUrl = request.LinkUrl, PublishAt = request.WantedAt, Priority = request.Priority };
        var go = planner.Plan([(account, board.BoardId, planned)]).Pins[0];
        return new Eta(request.NotBefore(clock.GetUtcNow()), go.ExpectedAt, go.Position);
    }
}
