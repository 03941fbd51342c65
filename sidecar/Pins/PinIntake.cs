using Connector.Accounts;
using Connector.Api;
using Connector.Boards;
using Connector.Publishing;
using Connector.Storage;

namespace Connector.Pins;

/// <summary>Accepts a pin: once it returns, the pin is on disk.</summary>
internal sealed class PinIntake(AccountChoice accounts, BoardDirectory boards, PinStore pins, Lanes lanes, FreeSpace space, TimeProvider clock)
{
    public async Task<(PinRow Row, AccountRow? Account, bool IsNew)> AcceptAsync(Caller caller, CreatePinRequest request, string? key, CancellationToken cancellation)
    {
        var hash = IdempotencyKeys.Fingerprint(request);
        try
        {
            space.Demand();
            var account = accounts.Of(caller, request.AccountId);
            var image = ImageBytes.Read(request.ImageBase64, request.ImageContentType);
            var board = await boards.ResolveAsync(account.Id, request.BoardId ?? request.Board!, cancellation);
            var (row, isNew) = await pins.AddAsync(Compose(request, account, board, key, hash), image);
            if (!isNew) return (Same(row, hash, key!), account, false);

            lanes.PinJoined(account.Id);
            return (row, account, true);
        }
        catch (Exception refusal) when ((refusal is ProblemException or StorageUnavailableException) && key is not null && pins.FindByKey(caller.WorkspaceId, key) is not null)
        {
            // It was accepted before: what has changed since (another account, a board renamed) does not make it new.
            return (Same(pins.FindByKey(caller.WorkspaceId, key)!, hash, key), null, false);
        }
    }

    private static PinRow Same(PinRow earlier, string hash, string key) =>
        earlier.RequestHash == hash ? earlier : throw IdempotencyKeys.Reused(key, earlier);

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
