using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Console.SignIn;
using Connector.Http;
using Connector.Keys;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>The API keys: who has one, making another, revoking.</summary>
public partial class KeysPage
{
    private const int PageSize = 25, Most = 100;

    private Page<ApiKey> _keys = null!;
    private List<Account> _accounts = [];
    private CreatedKey? _made;

    [Inject]
    private KeyActions Actions { get; set; } = null!;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private Sessions Sessions { get; set; } = null!;

    private static IEnumerable<(string Value, string Label)> Scopes => Scope.All.Select(scope => (scope, scope switch
    {
        Scope.Read => "read: look",
        Scope.Publish => "publish: make and change pins, and look",
        Scope.Approve => "approve: let pins go or reject them",
        _ => "admin: everything, keys and accounts too",
    }));

    protected override void OnInitialized()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        Load();
    }

    private void Load() => _keys = Actions.List(Caller, PageSize, Query("cursor"));

    private string NameOf(string accountId) => _accounts.Find(account => account.Id == accountId)?.Name ?? accountId;

    private string Typed(string name) => _made is null ? Field(name) : "";

    private string WhatRevokeDoes(ApiKey key) => key.Id == Caller.KeyId
        ? "This is the key you signed in with: you are signed out at once, and whatever uses it stops."
        : "Whatever uses it stops at once, and who signed in with it is signed out. Its pins stay.";

    private Task MakeAsync() => ShowAsync(async () =>
    {
        Need(Scope.Admin);
        var form = new JsonObject { ["name"] = Field("name"), ["scopes"] = FormRequest.List(Fields("scopes")) };
        if (Fields("account_ids") is { Count: > 0 } accounts) form["account_ids"] = FormRequest.List(accounts);
        _made = await Actions.CreateAsync(Caller, FormRequest.Read<CreateKeyRequest>(form));
        Load();
    });

    private Task RevokeAsync()
    {
        var isOwn = Field("id") == Caller.KeyId;
        return DoAsync(
            async () =>
            {
                Need(Scope.Admin);
                await Actions.RevokeAsync(Caller, Field("id"));
                if (isOwn) Sessions.End(Http);
                return isOwn ? "The key is revoked, and you are signed out." : "The key is revoked.";
            },
            then: isOwn ? SignInAddress.Path : "/hooks/keys");
    }
}
