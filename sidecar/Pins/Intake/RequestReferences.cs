using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Webhooks;

namespace Connector.Pins.Intake;

/// <summary>Finds what a request refers to by id or name: its account, its board, and its callback.</summary>
internal sealed class RequestReferences(AccountChoice accounts, BoardDirectory boards, Callbacks callbacks)
{
    public async Task<ResolvedReferences> ResolveAsync(
        Caller caller, CreatePinRequest request, Predicate<AccountRow> readsBoards, CancellationToken cancellation)
    {
        var callback = Callback(caller, request);
        var account = Account(caller, request);
        return new ResolvedReferences(account, await BoardAsync(account, request, readsBoards(account), cancellation), callback);
    }

    public AccountRow Account(Caller caller, CreatePinRequest request) => accounts.Of(caller, request.AccountId);

    public Task<BoardTarget> BoardAsync(
        AccountRow account, CreatePinRequest request, bool readsBoards, CancellationToken cancellation) =>
        boards.ResolveAsync(
            account.Id,
            new BoardReference(request.BoardId, request.Board, request.BoardSectionId) { AdAccountId = request.AdAccountId },
            readsBoards,
            cancellation);

    public Callback? Callback(Caller caller, CreatePinRequest request) => callbacks.Of(caller, request.CallbackUrl);
}

/// <summary>What a request refers to.</summary>
internal sealed record ResolvedReferences(AccountRow Account, BoardTarget Board, Callback? Callback);
