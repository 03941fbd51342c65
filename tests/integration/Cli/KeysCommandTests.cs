using Connector.Cli;
using Connector.Keys;
using Connector.Tests.Support;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Tests.Cli;

public sealed class KeysCommandTests : IAsyncLifetime
{
    private TemporaryDatabase _database = null!;
    private KeyStore _keys = null!;

    [Fact]
    public async Task A_key_is_made_shown_once_listed_without_its_text_and_revoked()
    {
        var (made, text) = await RunAsync("create", "n8n", "--scopes", "read,publish");
        var (id, secret) = (text.Split("  ")[0], text.Split('\n')[1]);
        var (_, listed) = await RunAsync("list");
        var (revoked, _) = await RunAsync("revoke", id);
        var (again, _) = await RunAsync("revoke", id);

        Assert.Equal(0, made);
        Assert.Matches("^key_[0-9a-z]{26}$", id);
        Assert.Matches("^pck_[A-Za-z0-9_-]{43}$", secret);
        Assert.Contains($"{id}  active   read publish", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);
        Assert.Equal((0, 1), (revoked, again));
        Assert.Contains($"{id}  revoked", (await RunAsync("list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scopes_a_key_may_publish_and_nothing_more() =>
        Assert.Contains("  publish\n", (await RunAsync("create", "n8n")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData("create")]
    [InlineData("create", "")]
    [InlineData("create", "one", "two")]
    [InlineData("remove", "key_1")]
    [InlineData("list", "--scops", "read")]
    [InlineData("create", "n8n", "--scopes")]
    [InlineData("create", "n8n", "--scopes", "--workspace")]
    public async Task Wrong_arguments_print_the_usage_and_change_nothing(params string[] words)
    {
        var before = (await RunAsync("list")).Text;

        var (code, text) = await RunAsync(words);

        Assert.Equal(2, code);
        Assert.Contains("connector keys create NAME", text, StringComparison.Ordinal);
        Assert.Equal(before, (await RunAsync("list")).Text);
    }

    [Fact]
    public async Task A_scope_that_does_not_exist_is_named()
    {
        var (code, text) = await RunAsync("create", "n8n", "--scopes", "publish,write");

        Assert.Equal(2, code);
        Assert.Contains("\"write\" is not a scope; use read, publish, approve, admin.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listing_a_workspace_that_does_not_exist_does_not_make_it()
    {
        var (code, text) = await RunAsync("list", "--workspace", "typo");

        Assert.Equal(1, code);
        Assert.Contains("There is no workspace \"typo\"", text, StringComparison.Ordinal);
        Assert.Null(_keys.FindWorkspace("typo"));
    }

    [Fact]
    public async Task A_key_can_be_limited_to_accounts_of_its_workspace_and_to_no_others()
    {
        await RunAsync("create", "first");
        var workspace = _keys.FindWorkspace(KeyStore.DefaultWorkspace);
        await _database.Sql.WriteAsync(sql => sql.Execute(
            """
            insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, status, scopes, created_at, updated_at)
            values ('acc_1', @workspace, 'a', 'simulator', 'u1', 'u1', 'active', '', 1, 1)
            """,
            new { workspace }));

        var (made, text) = await RunAsync("create", "limited", "--accounts", "acc_1");
        var (refused, why) = await RunAsync("create", "dead", "--accounts", "acc_1,acc_2");
        var (elsewhere, _) = await RunAsync("create", "dead", "--accounts", "acc_1", "--workspace", "other");

        Assert.Equal((0, 2, 2), (made, refused, elsewhere));
        Assert.Equal("acc_1", _keys.Find(workspace!, text.Split("  ")[0])!.AccountIds);
        Assert.Contains("\"acc_2\"", why, StringComparison.Ordinal);
        Assert.DoesNotContain("dead", (await RunAsync("list")).Text, StringComparison.Ordinal);
        Assert.Null(_keys.FindWorkspace("other"));
    }

    [Fact]
    public async Task The_last_unlimited_admin_key_is_not_revoked()
    {
        var id = (await RunAsync("create", "owner", "--scopes", "admin")).Text.Split("  ")[0];

        var (code, text) = await RunAsync("revoke", id);

        Assert.Equal(1, code);
        Assert.Contains("Make another one first", text, StringComparison.Ordinal);
        Assert.Contains($"{id}  active", (await RunAsync("list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_workspace_is_neither_listed_nor_revoked()
    {
        var id = (await RunAsync("create", "theirs", "--workspace", "other")).Text.Split("  ")[0];

        Assert.DoesNotContain(id, (await RunAsync("list")).Text, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("revoke", id)).Code);
        Assert.Contains($"{id}  active", (await RunAsync("list", "--workspace", "other")).Text, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _database = await TemporaryDatabase.CreateAsync();
        var callbacks = new CallbackSecrets(new EphemeralDataProtectionProvider());
        _keys = new KeyStore(_database.Sql, callbacks, TimeProvider.System);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<(int Code, string Text)> RunAsync(params string[] words)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var errors = new StringWriter { NewLine = "\n" };
        var code = await KeysCommand.RunAsync(words, _keys, output, errors);
        // What went well is told on one of the two, and what went wrong on the other.
        Assert.Empty((code == 0 ? errors : output).ToString());
        return (code, $"{output}{errors}");
    }
}
