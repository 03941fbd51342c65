using Connector.Accounts;
using Connector.Boards;
using Connector.Common;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Lifecycle;
using Connector.Pins.Media;
using Connector.Pinterest;
using Connector.Storage;
using Connector.Webhooks;
using Microsoft.Extensions.Options;

namespace Connector.Pins.Intake;

/// <summary>Accepts a pin: once it returns, the pin is on disk.</summary>
internal sealed class PinIntake(
    AccountChoice accounts, BoardDirectory boards, PinStore pins, MediaIntake media, NetworkChecks behind, RecentPins recent, Callbacks callbacks, QueueChanges queue, FreeSpace space,
    IOptions<PinterestOptions> pinterest, TimeProvider clock)
{
    public async Task<Accepted> AcceptAsync(Caller caller, CreatePinRequest request, string? key, RequestedChecks wanted, CancellationToken cancellation)
    {
        try
        {
            var pin = await PrepareAsync(caller, request, key, wanted, cancellation);
            return await AfterStoredAsync(pin, (await pins.AddAsync([(pin.Row, pin.Media.Image)]))[0]);
        }
        catch (Exception refusal) when ((refusal is ProblemException or StorageUnavailableException) && Earlier(caller, key) is not null)
        {
            // It was accepted before: what has changed since (another account, a board renamed) does not make it new.
            return await RepeatedAsync(caller, request, Earlier(caller, key)!);
        }
    }

    /// <summary>Accepts many in one commit; what is wrong with one stops no other.</summary>
    public async Task<List<Accepted>> AcceptAsync(Caller caller, IReadOnlyList<PinInBatch> requests, CancellationToken cancellation)
    {
        var prepared = new List<Prepared>();
        var follow = new List<Func<Task<Accepted>>>();
        List<(PinRow Row, bool IsNew)> stored = [];
        foreach (var (request, problem) in requests)
        {
            try
            {
                if (problem is not null)
                {
                    follow.Add(() => throw new ProblemException(problem));
                    continue;
                }

                var (index, pin) = (prepared.Count, await PrepareAsync(caller, request!, request!.IdempotencyKey, RequestedChecks.Nothing, cancellation));
                prepared.Add(pin);
                follow.Add(() => AfterStoredAsync(pin, stored[index]));
            }
            catch (ProblemException refusal)
            {
                follow.Add(() => Earlier(caller, request!.IdempotencyKey) is { } earlier ? RepeatedAsync(caller, request, earlier) : throw refusal);
            }
        }

        stored = await pins.AddAsync([.. prepared.Select(pin => (pin.Row, pin.Media.Image))]);
        var accepted = new List<Accepted>();
        foreach (var next in follow) accepted.Add(await OrProblemAsync(next));
        return accepted;
    }

    /// <summary>Whatever can be wrong with a pin is found here.</summary>
    private async Task<Prepared> PrepareAsync(Caller caller, CreatePinRequest request, string? key, RequestedChecks wanted, CancellationToken cancellation)
    {
        space.EnsureFreeSpace();
        var callback = callbacks.Of(caller, request.CallbackUrl);
        var account = accounts.Of(caller, request.AccountId);
        var board = await boards.ResolveAsync(account.Id, request.BoardId ?? request.Board!, cancellation);
        // A repeated request fetches nothing again: that it is there already decides.
        var shown = await media.TakeAsync(caller, request, keeps: () => Earlier(caller, key) is null, cancellation);
        if (wanted != RequestedChecks.Nothing && Earlier(caller, key) is null)
        {
            var checks = await behind.CheckAsync(account, board, shown, request, wanted, cancellation);
            if (checks.Find(check => check.HasFailed) is { } failed) throw PinProblems.WouldFail(failed);
            shown = shown with { Checks = [.. shown.Checks, .. checks.Except(shown.Checks)] };
        }

        var row = shown.ApplyTo(Compose(request, account, board, key)) with { CallbackUrl = callback?.Url, CallbackKeyId = callback?.KeyId };
        return new Prepared(row, shown, account);
    }

    private async Task<Accepted> AfterStoredAsync(Prepared pin, (PinRow Row, bool IsNew) stored)
    {
        if (!stored.IsNew) return await SamePinAsync(stored.Row, pin.Row.RequestHash, pin.Row.CallbackUrl is { } url ? new Callback(url, pin.Row.CallbackKeyId!) : null);

        queue.RaiseAdded(pin.Account.Id, needsVideo: stored.Row.AwaitsVideo);
        Check[] checks =
        [
            AccountAdvice.OfTier(pin.Account.Environment, pinterest.Value.AccessTier), .. pin.Media.Checks, LinkAdvice.OfShortener(stored.Row.LinkDomain), .. recent.Check(stored.Row),
        ];
        return new Accepted(stored.Row, pin.Account) { Warnings = [.. checks.Where(check => check.Warns)] };
    }

    private Task<Accepted> RepeatedAsync(Caller caller, CreatePinRequest request, PinRow earlier) =>
        SamePinAsync(earlier, media.RequestHash(request), callbacks.Of(caller, request.CallbackUrl));

    private async Task<Accepted> SamePinAsync(PinRow earlier, string hash, Callback? callback)
    {
        if (!IdempotencyKeys.Agree(earlier.RequestHash, hash)) throw IdempotencyKeys.Reused(earlier.IdempotencyKey!, earlier);
        if (callback is not null && callback.Url != earlier.CallbackUrl) await pins.CallBackAsync(earlier.Id, callback);
        return new Accepted(earlier, null);
    }

    private PinRow? Earlier(Caller caller, string? key) => key is null ? null : pins.FindByKey(caller.WorkspaceId, key);

    private static async Task<Accepted> OrProblemAsync(Func<Task<Accepted>> follow)
    {
        try
        {
            return await follow();
        }
        catch (ProblemException refusal)
        {
            return new Accepted(null, null) { Problem = refusal.Problem };
        }
    }

    private PinRow Compose(CreatePinRequest request, AccountRow account, BoardTarget board, string? key)
    {
        var now = clock.GetUtcNow();
        var notBefore = request.NotBefore(now);
        return new PinRow
        {
            Id = Id.New("pin_", now),
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            Status = notBefore > now ? PinStatus.Scheduled : PinStatus.Queued,
            IdempotencyKey = key,
            RequestHash = media.RequestHash(request),
            BoardId = board.BoardId,
            BoardSectionId = request.BoardSectionId ?? board.SectionId,
            Title = request.Title,
            Description = request.Description,
            AltText = request.AltText,
            LinkUrl = request.LinkUrl,
            LinkDomain = LinkDomain.Of(request.LinkUrl),
            LinkMarker = request.LinkMarker ?? AccountSettings.From(account).LinkMarker,
            DominantColor = request.DominantColor,
            Metadata = MetadataRules.Store(request.Metadata),
            ChosenBy = request.ChosenBy,
            PublishAt = request.PublishAt,
            DueAt = notBefore,
            Priority = request.Priority,
            PlaceAt = notBefore,
            TriesLeft = PinRules.Tries,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private sealed record Prepared(PinRow Row, PinContent Media, AccountRow Account);
}

/// <summary>A pin that is on disk, with its account when it is new; or why it is not.</summary>
internal sealed record Accepted(PinRow? Row, AccountRow? Account)
{
    public Problem? Problem { get; init; }

    /// <summary>What could do better.</summary>
    public IReadOnlyList<Check> Warnings { get; init; } = [];
}
