using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using ValidationContext = System.ComponentModel.DataAnnotations.ValidationContext;

namespace Connector.Boards;

/// <summary>Where to save a pin to.</summary>
public sealed record SavePinRequest : IValidatableObject
{
    /// <summary>Pinterest's board id, digits only. Either this or board.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric board id; give a board's name as board.")]
    public string? BoardId { get; init; }

    /// <summary>A board's id or exact name; "Board / Section" names a section.</summary>
    [Text(400, MinimumLength = 1)]
    public string? Board { get; init; }

    /// <summary>Pinterest's section id, digits only.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric section id.")]
    public string? BoardSectionId { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BoardId is null && Board is null)
            yield return new("is needed: give board_id, or board with a board's name.", [nameof(BoardId)]);
        if (BoardId is not null && Board is not null) yield return new("must be left out when board_id is given.", [nameof(Board)]);
    }
}

/// <summary>Which pin to save, where to, and for which account.</summary>
public sealed record SavePinCall
{
    [RouteParam, Description("Pinterest's id of the pin to save: the number in its address there.")]
    public string PinterestPinId { get; init; } = "";

    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }

    [QueryParam, Description(PinListCall.AdAccountText), AdAccountId]
    public string? AdAccountId { get; init; }

    [FromBody, RequiredBody]
    public SavePinRequest Body { get; init; } = null!;
}

/// <summary>POST /v1/pinterest/pins/{pinterest_pin_id}/save</summary>
internal sealed class SavePin(
    AccountChoice accounts, AccountSessions sessions, DirectWrites direct, PinterestClient pinterest, BoardDirectory directory)
    : Operation<SavePinCall, Created<LinkedPin>>
{
    public override void Configure()
    {
        Post("/pins/{pinterest_pin_id}/save");
        Group<PinterestRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Save a pin that is on Pinterest, also somebody else's, to a board of the account, at once. Each call makes a pin: this is not "
                + "queued, and has no idempotency key. Where the account asks for approval, the key needs the scope approve too.",
            404, 409);
    }

    public override async Task<Created<LinkedPin>> ExecuteAsync(SavePinCall call, CancellationToken ct)
    {
        if (!PinterestId.IsValid(call.PinterestPinId)) throw PinOnPinterest.NotAnId(call.PinterestPinId);
        var account = accounts.Of(Caller, call.AccountId);
        AccountCapabilities.EnsureGranted(account, AccountCapabilities.SavePins);
        DirectWrites.EnsureNotHeld(account);
        DirectWrites.EnsureApproved(Caller, account, AccountSettings.From(account).RequireApproval, "a saved pin");
        var asked = new BoardReference(call.Body.BoardId, call.Body.Board, call.Body.BoardSectionId) { AdAccountId = call.AdAccountId };
        var target = await directory.ResolveAsync(account.Id, asked, reads: false, ct);
        var to = new PinSave(target.BoardId, call.Body.BoardSectionId ?? target.SectionId);
        try
        {
            var saved = LinkedPin.From(await GrantedCall.DoAsync(account, AccountCapabilities.SavePins, () => sessions.CallAsync(
                account.Id,
                (session, token) => pinterest.SavePinAsync(
                    session with { AdAccountId = call.AdAccountId }, call.PinterestPinId, to, token), ct)));
            return TypedResults.Created(saved.Url, saved);
        }
        catch (PinterestException lost) when (lost.Failure.MayBeDone)
        {
            throw PinOnPinterest.SaveUnknown(to.BoardId, lost);
        }
        catch (PinterestException refused)
        {
            await direct.HoldIfBlockedAsync(account.Id, refused.Failure);
            throw;
        }
    }
}
