using Connector.Accounts;
using Connector.Common;
using Connector.Pins.Lifecycle;

namespace Connector.Pins.Intake;

/// <summary>Makes the row of a new pin out of its request and what was found out about it.</summary>
internal static class NewPin
{
    public static PinRow Compose(
        CreatePinRequest request, ResolvedReferences resolved, PinContent content, string? key, string requestHash, DateTimeOffset now)
    {
        var notBefore = request.NotBefore(now);
        var settings = AccountSettings.From(resolved.Account);
        var asks = settings.RequireApproval || request.AwaitsApproval;
        var row = new PinRow
        {
            Id = Id.New("pin_", now),
            WorkspaceId = resolved.Account.WorkspaceId,
            AccountId = resolved.Account.Id,
            Status = asks ? PinStatus.AwaitingApproval : notBefore > now ? PinStatus.Scheduled : PinStatus.Queued,
            NeedsApproval = asks,
            IdempotencyKey = key,
            RequestHash = requestHash,
            BoardId = resolved.Board.BoardId,
            BoardSectionId = request.BoardSectionId ?? resolved.Board.SectionId,
            Title = request.Title,
            Description = request.Description,
            AltText = request.AltText,
            LinkUrl = request.LinkUrl,
            LinkDomain = LinkDomain.Of(request.LinkUrl),
            LinkMarker = request.LinkMarker ?? settings.LinkMarker,
            DominantColor = request.DominantColor,
            ParentPinId = request.ParentPinId,
            SponsorId = request.SponsorId,
            AdAccountId = request.AdAccountId,
            Metadata = MetadataRules.Store(request.Metadata),
            ChosenBy = request.ChosenBy,
            CallbackUrl = resolved.Callback?.Url,
            CallbackKeyId = resolved.Callback?.KeyId,
            PublishAt = request.PublishAt ?? request.SpreadAt,
            DueAt = notBefore,
            Priority = request.Priority,
            PlaceAt = notBefore,
            TriesLeft = PinTransitions.Tries,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return content.ApplyTo(row.InSeason(request.Season));
    }
}
