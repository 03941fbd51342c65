using Connector.Accounts;
using Connector.Api;
using Connector.Boards;
using Connector.Publishing;
using Connector.Storage;
using Connector.Webhooks;

namespace Connector.Pins;

/// <summary>Accepts a pin: once it returns, the pin is on disk.</summary>
internal sealed class PinIntake(AccountChoice accounts, BoardDirectory boards, PinStore pins, Callbacks callbacks, Lanes lanes, FreeSpace space, TimeProvider clock)
{
    public async Task<(PinRow Row, AccountRow? Account, bool IsNew)> AcceptAsync(Caller caller, CreatePinRequest request, string? key, CancellationToken cancellation)
    {
        var hash = IdempotencyKeys.Fingerprint(request);
        var callback = callbacks.Of(caller, request.CallbackUrl);
        try
        {
            space.Demand();
            var account = accounts.Of(caller, request.AccountId);
            var image = ImageBytes.Read(request.ImageBase64, request.ImageContentType);
            var board = await boards.ResolveAsync(account.Id, request.BoardId ?? request.Board!, cancellation);
            var (row, isNew) = await pins.AddAsync(Compose(request, account, board, key, hash) with { CallbackUrl = callback?.Url, CallbackKeyId = callback?.KeyId }, image);
            if (!isNew) return (await SameAsync(row, hash, key!, callback), account, false);

            lanes.PinJoined(account.Id);
            return (row, account, true);
        }
        catch (Exception refusal) when ((refusal is ProblemException or StorageUnavailableException) && key is not null && pins.FindByKey(caller.WorkspaceId, key) is not null)
        {
            // It was accepted before: what has changed since (another account, a board renamed) does not make it new.
            return (await SameAsync(pins.FindByKey(caller.WorkspaceId, key)!, hash, key, callback), null, false);
        }
    }

    private async Task<PinRow> SameAsync(PinRow earlier, string hash, string key, Callback? callback)
    {
        if (earlier.RequestHash != hash) throw IdempotencyKeys.Reused(key, earlier);
        if (callback is not null && callback.Url != earlier.CallbackUrl) await pins.CallBackAsync(earlier.Id, callback);
        return earlier;
    }

    private PinRow Compose(CreatePinRequest request, AccountRow account, BoardTarget board, string? key, string hash)
    {
        var now = clock.GetUtcNow();
        var isLater = request.PublishAt > now;
        return new PinRow
        {
            Id = Id.New("pin_", now),
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            Status = isLater ? PinStatus.Scheduled : PinStatus.Queued,
            IdempotencyKey = key,
            RequestHash = hash,
            BoardId = board.BoardId,
            BoardSectionId = request.BoardSectionId ?? board.SectionId,
            Title = request.Title,
            Description = request.Description,
            AltText = request.AltText,
            LinkUrl = request.LinkUrl,
            LinkDomain = LinkDomain.Of(request.LinkUrl),
            LinkMarker = request.LinkMarker ?? AccountSettings.From(account).LinkMarker,
            DominantColor = request.DominantColor,
            ImageUrl = request.ImageUrl,
            Metadata = MetadataRules.Store(request.Metadata),
            ChosenBy = request.ChosenBy,
            PublishAt = request.PublishAt,
            DueAt = isLater ? request.PublishAt!.Value : now,
            Priority = request.Priority,
            PlaceAt = isLater ? request.PublishAt!.Value : now,
            TriesLeft = PinRules.Tries,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }
}
