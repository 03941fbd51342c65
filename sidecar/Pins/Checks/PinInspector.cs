using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Pins.Intake;
using Connector.Pins.Lifecycle;
using Connector.Pins.Plans;
using Connector.Pinterest;
using Connector.Webhooks;
using Microsoft.Extensions.Options;

namespace Connector.Pins.Checks;

/// <summary>Looks at a pin as accepting it would, and goes on after what is wrong, so that everything is said at once.</summary>
internal sealed class PinInspector(
    AccountChoice accounts, BoardDirectory boards, MediaInspector media, NetworkChecks behind, Callbacks callbacks, LinkHolds links, RecentPins recent, Planner planner, PinStore pins,
    IOptions<PinterestOptions> pinterest, TimeProvider clock)
{
    public async Task<Inspection> InspectAsync(Caller caller, CreatePinRequest request, RequestedChecks wanted, CancellationToken cancellation)
    {
        var checks = new List<Check> { Check.Passed("fields") };
        var account = await TryAsync("account", () => Task.FromResult(accounts.Of(caller, request.AccountId)));
        if (account is not null) checks.Add(AccountAdvice.OfTier(account.Environment, pinterest.Value.AccessTier));
        var shown = await TryAsync("media", () => media.TakeAsync(caller, request, cancellation));
        await TryAsync("callback", () => Task.FromResult(callbacks.Of(caller, request.CallbackUrl)));
        var board = account is null ? Skip("board", "The account is not known.") : await TryAsync("board", () => boards.ResolveAsync(account.Id, request.BoardId ?? request.Board!, cancellation));

        checks.AddRange(await behind.CheckAsync(account, board, shown, request, wanted, cancellation));

        var domain = LinkDomain.Of(request.LinkUrl);
        checks.Add(LinkAdvice.OfShortener(domain));
        checks.Add(LinkAdvice.OfDomain(domain, account is null || domain is null ? null : links.ReasonOf(account.Id, domain)));
        checks.Add(AgainOrNew(caller, request));

        var go = account is null || board is null ? null : planner.Plan([(account, board.BoardId, Planned(request))]).Pins[0];
        var notBefore = request.NotBefore(clock.GetUtcNow());
        checks.AddRange(media.Expiry(request, notBefore, go?.ExpectedAt));
        if (shown is not null && account is not null && board is not null) checks.AddRange(recent.Check(shown.ApplyTo(new PinRow { AccountId = account.Id, BoardId = board.BoardId, LinkUrl = request.LinkUrl })));
        return new Inspection(
            !checks.Exists(check => check.HasFailed), checks,
            new Resolved(account?.Id, board?.BoardId, request.BoardSectionId ?? board?.SectionId),
            go is null ? null : new Eta(notBefore, go.ExpectedAt, go.Position));

        BoardTarget? Skip(string name, string why)
        {
            checks.Add(Check.Skipped(name, why));
            return null;
        }

        async Task<T?> TryAsync<T>(string name, Func<Task<T>> look)
        {
            try
            {
                var found = await look();
                checks.Add(Check.Passed(name));
                return found;
            }
            catch (ProblemException refusal)
            {
                checks.Add(Check.Failed(name, refusal.Problem));
                return default;
            }
        }
    }

    private Check AgainOrNew(Caller caller, CreatePinRequest request)
    {
        const string Name = "idempotency_key";
        if (request.IdempotencyKey is not { } key) return Check.Skipped(Name, "Without a key the same request sent twice publishes two pins.");
        if (pins.FindByKey(caller.WorkspaceId, key) is not { } earlier) return Check.Passed(Name);
        if (!IdempotencyKeys.Agree(earlier.RequestHash, media.RequestHash(request))) return Check.Failed(Name, IdempotencyKeys.Reused(key, earlier).Problem);
        return Check.Warning(Name, "existing_pin", $"This is pin {earlier.Id} already, which is {earlier.Status}.", "Nothing would be published again; use another key if it shall be.");
    }

    private static PlannedPin Planned(CreatePinRequest request) => new() { LinkUrl = request.LinkUrl, PublishAt = request.PublishAt, Priority = request.Priority };
}

/// <summary>What accepting a pin would say: whether it would be accepted, every check, what its names stand for, and when it would go.</summary>
public sealed record Inspection(bool Valid, IReadOnlyList<Check> Checks, Resolved Resolved, Eta? Eta);

/// <summary>What the names in a request stand for; null where that is not known.</summary>
public sealed record Resolved(string? AccountId, string? BoardId, string? BoardSectionId);
