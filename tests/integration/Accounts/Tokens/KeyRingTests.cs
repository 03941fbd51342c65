using System.Security.Cryptography;
using Connector.Accounts;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Accounts.Tokens;

public sealed class KeyRingTests : IDisposable
{
    private static readonly string Master =
        "Connector:MasterKey=" + Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private readonly string _data = Directory.CreateTempSubdirectory("connector-test-").FullName;

    [Fact]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    public async Task A_lost_key_ring_refuses_the_start_and_says_what_to_restore()
    {
        await StartAndStopAsync();
        Directory.Move(KeyRing, KeyRing + ".lost");

        await RefusedAsync();

        Directory.Delete(KeyRing, recursive: true);
        Directory.Move(KeyRing + ".lost", KeyRing);
        await StartAndStopAsync();
    }

    /// <remarks>Each sealed key on disk names its decryptor.</remarks>
    [Fact]
    public void The_name_that_sealed_keys_refer_to_never_changes() =>
        Assert.Equal("Connector.Accounts.MasterKeyDecryptor", typeof(MasterKeyDecryptor).FullName);

    [Theory]
    [InlineData("Connector:MasterKey=//////////////////////////////////////////8=")]
    [InlineData("Connector:MasterKey=")]
    public async Task A_key_ring_opens_only_with_the_master_key_it_was_sealed_with(string wrong)
    {
        await StartAndStopAsync(Master);

        await RefusedAsync(wrong);

        await StartAndStopAsync(Master);
    }

    [Theory]
    [InlineData("too short")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==")]
    public async Task A_master_key_that_is_none_refuses_the_start(string text)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => SidecarApp.StartAsync(dataDirectory: _data, settings: "Connector:MasterKey=" + text));

        Assert.Contains("openssl rand -base64 32", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    public async Task With_a_master_key_the_key_files_hold_no_plain_key()
    {
        await StartAndStopAsync();
        Assert.NotEmpty(SecretScan.FilesWith(KeyRing, "<masterKey"));
        Directory.Delete(_data, recursive: true);

        await StartAndStopAsync(Master);

        Assert.NotEmpty(Directory.GetFiles(KeyRing));
        Assert.Empty(SecretScan.FilesWith(KeyRing, "<masterKey"));
        Assert.NotEmpty(SecretScan.FilesWith(KeyRing, "<sealed"));
    }

    [Fact]
    public async Task A_token_opens_only_for_its_account_and_kind()
    {
        await using var app = await SidecarApp.StartAsync();
        var vault = app.Services.GetRequiredService<TokenVault>();

        var sealedToken = vault.Seal("acc_1", "access_token", "pina_1");

        Assert.Equal("pina_1", vault.Open("acc_1", "access_token", sealedToken));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open("acc_2", "access_token", sealedToken));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open("acc_1", "refresh_token", sealedToken));
    }

    [Fact]
    public async Task Tokens_swapped_between_two_accounts_in_the_database_publish_for_neither()
    {
        await using var app = await SidecarApp.StartAsync();
        var (one, two) = (await app.FirstAccountAsync(), await app.SimulatorAccountAsync("Two"));
        await app.Services.GetRequiredService<AccountStore>().ChangeAsync(sql =>
        {
            var tokens = sql.Query<(string Id, string Token)>("select id, access_token from accounts order by id");
            foreach (var ((id, _), (_, token)) in tokens.Zip(tokens.AsEnumerable().Reverse()))
                sql.Execute("update accounts set access_token = @token where id = @id", new { id, token });
            return 0;
        });

        foreach (var account in new[] { one, two })
        {
            using var answer = await app.Admin.GetAsync($"/v1/boards?account_id={account}");
            Assert.Equal(500, (int)answer.StatusCode);
        }

        Assert.Equal(0, await app.CountAsync("list_boards"));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private string KeyRing => Path.Combine(_data, "keys");

    // On Kestrel: the tests start it again.
    private async Task StartAndStopAsync(params string[] settings) =>
        await (await RunningConnector.StartAsync(dataDirectory: _data, settings: settings)).DisposeAsync();

    private async Task RefusedAsync(params string[] settings)
    {
        var refused = await Assert.ThrowsAsync<WrongKeyRingException>(() => StartAndStopAsync(settings));

        Assert.Contains("does not open this database's tokens", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Connector:MasterKey", refused.Message, StringComparison.Ordinal);
    }
}
