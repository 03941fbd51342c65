using Connector.Accounts;
using Connector.Common;
using Connector.Http;
using Connector.Imports;
using Connector.Outgoing;
using Connector.Sources.Store;
using Microsoft.Extensions.Options;

namespace Connector.Sources;

/// <summary>What callers do with sources.</summary>
/// <remarks>Whoever calls has made sure of the scope; sources of accounts that the caller does not see are not found.</remarks>
internal sealed class SourceActions(
    SourceStore store, SourceItems items, AccountChoice choice, AccountStore accounts, OutgoingAddress addresses,
    IOptions<SourceOptions> options, TimeProvider clock)
{
    public Source Get(Caller caller, string id) => Shown(store.Get(caller, id));

    public Page<Source> List(Caller caller, string? accountId, int limit, string? cursor)
    {
        if (accountId is not null && accounts.Seen(caller, accountId) is null)
            throw Problems.AccountNotFound(accountId, "account_id");
        return Page<Source>.Of(store.List(caller, accountId, limit + 1, cursor), limit, row => row.Id, Shown);
    }

    /// <summary>A page of its items, by their keys.</summary>
    public Page<SourceItem> Items(Caller caller, string id, string? state, int limit, string? cursor) => Page<SourceItem>.Of(
        items.Page(store.Get(caller, id).Id, state, ItemCursor.KeyOf(cursor), limit + 1), limit, row => ItemCursor.Of(row.Key),
        SourceItem.From);

    public async Task<Source> CreateAsync(Caller caller, CreateSourceRequest request)
    {
        var account = choice.Of(caller, request.AccountId);
        var start = SourceStart.Parse(request.Start);
        EnsureAccepted(request.AutoApprove is true, request.AutoApproveAcceptedBy);
        if (request.Map is { } map) WatchedFiles.Ensure(map);
        addresses.EnsureAllowed(request.Url, "url");
        var now = clock.GetUtcNow();
        var row = new SourceRow
        {
            Id = Id.New("src_", now),
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            KeyId = caller.KeyId,
            Url = request.Url,
            CheckEverySeconds = request.CheckEverySeconds ?? CreateSourceRequest.UsualSeconds,
            Start = start.Kind,
            StartSince = start.Since,
            Mapping = WatchedFiles.StoreMapping(request.Map),
            Board = request.Board,
            Paused = request.Paused is true ? 1 : 0,
            AutoApprove = request.AutoApprove is true ? 1 : 0,
            AutoApproveAcceptedBy = request.AutoApproveAcceptedBy,
            AutoApproveAcceptedAt = request.AutoApprove is true ? now : null,
            NextCheckAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await store.AddAsync(row, options.Value.PerAccount);
        return Shown(row);
    }

    public async Task<Source> UpdateAsync(Caller caller, string id, UpdateSourceRequest request)
    {
        var before = store.Get(caller, id);
        if (request.AutoApprove is not null || request.AutoApproveAcceptedBy is not null)
            EnsureAccepted(request.AutoApprove is true, request.AutoApproveAcceptedBy);
        if (request.Map is { } map) WatchedFiles.Ensure(map);
        if (request.Url is { } url && url != before.Url) addresses.EnsureAllowed(url, "url");
        return Shown(await store.ChangeAsync(id, row => SourceChange.Of(row, request, caller.KeyId, clock.GetUtcNow()))
            ?? throw Problems.NotFound("source", id));
    }

    public Task DeleteAsync(Caller caller, string id) => store.DeleteAsync(store.Get(caller, id).Id);

    public async Task<Source> CheckAsync(Caller caller, string id)
    {
        if (store.Get(caller, id).IsPaused) throw SourceProblems.Paused(id);
        return Shown(await store.CheckAsync(id) ?? throw SourceProblems.Paused(id));
    }

    private Source Shown(SourceRow row) => Source.From(row, items.Count(row.Id));

    private static void EnsureAccepted(bool isAutoApproved, string? acceptedBy)
    {
        if (isAutoApproved && string.IsNullOrWhiteSpace(acceptedBy)) throw SourceProblems.NobodyAccepts();
        if (!isAutoApproved && acceptedBy is not null) throw SourceProblems.NothingAccepted();
    }
}
