using Connector.Http;
using Connector.Keys.Authentication;

namespace Connector.Keys;

/// <summary>What a caller can do with API keys: the operations of the API and the pages for people do it through this.</summary>
internal sealed class KeyActions(KeyStore keys, ApiKeyCache cache)
{
    /// <summary>A page of the keys within the limits of the caller's own, newest first.</summary>
    public Page<ApiKey> List(Caller caller, int limit, string? cursor) =>
        Page<ApiKey>.Of(keys.List(caller, limit, cursor), limit, row => row.Id, ApiKey.From);

    /// <summary>Makes a key; its text is in the answer and nowhere else.</summary>
    public async Task<CreatedKey> CreateAsync(Caller caller, CreateKeyRequest request)
    {
        var text = KeyText.New();
        if (keys.UnknownAccounts(caller, request.AccountIds ?? []) is [var unknown, ..]) throw KeyProblems.UnknownAccount(unknown);

        // A key limited to accounts cannot make one that sees more than itself.
        var accounts = request.AccountIds ?? caller.AccountIds?.AsEnumerable();
        var row = await keys.AddAsync(caller.WorkspaceId, request.Name, request.Scopes.Distinct(), accounts, text);
        return new CreatedKey(ApiKey.From(row), text, CallbackSecrets.Of(text));
    }

    /// <summary>Revokes a key at once, and with it every session that began with it.</summary>
    public async Task RevokeAsync(Caller caller, string id)
    {
        var row = keys.Get(caller, id);
        await keys.RevokeAsync(caller.WorkspaceId, id);
        cache.Forget(row.Hash);
    }
}
