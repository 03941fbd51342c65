using Connector.Accounts;
using Connector.Accounts.Changes;
using Connector.Http;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Accounts;

public sealed class AccountTransitionTests : IAsyncLifetime
{
    private TemporaryDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TemporaryDatabase.CreateAsync();
        await _database.Sql.WriteAsync(sql =>
        {
            sql.Execute("insert into workspaces (id, name, created_at) values ('wsp_1', 'default', 0)");
            return sql.Execute(
                """
                insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, status, held_code, held_reason,
                    scopes, created_at, updated_at)
                values ('acc_1', 'wsp_1', 'Shop', 'simulator', '1', 'shop', 'held', 'user', 'Held by the user.', '', 0, 0)
                """);
        });
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task An_account_whose_pins_cannot_be_canceled_is_not_deleted()
    {
        var store = Store(new Recorder { Refusal = new InvalidOperationException("The pins cannot be canceled.") });

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.DeleteAsync(store.Find("acc_1")!));

        Assert.NotNull(store.Find("acc_1"));
    }

    [Fact]
    public async Task An_account_whose_links_cannot_be_tried_again_stays_held()
    {
        var store = Store(new Recorder { Refusal = new InvalidOperationException("The links cannot be tried again.") });

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.ResumeAsync(store.Find("acc_1")!, andLinks: true));

        Assert.Equal(AccountStatus.Held, store.Find("acc_1")!.Status);
    }

    [Theory]
    [InlineData(true, "resumed acc_1")]
    [InlineData(false, null)]
    public async Task Links_are_tried_again_only_when_a_user_resumes_the_account(bool byUser, string? told)
    {
        var recorder = new Recorder();
        var store = Store(recorder);

        await store.ResumeAsync(store.Find("acc_1")!, andLinks: byUser);

        Assert.Equal(told, recorder.Told);
        Assert.Equal(AccountStatus.Active, store.Find("acc_1")!.Status);
    }

    private AccountStore Store(Recorder recorder)
    {
        var clock = new ManualClock();
        var log = new AccountLog(NullLogger<AccountLog>.Instance);
        var address = new PublicAddress(
            Options.Create(new AddressOptions { PublicUrl = new Uri(Rehearsal.PublicUrl) }), server: null!, configuration: null!);
        return new AccountStore(
            _database.Sql, new AccountCache(clock), new AccountChanges(), new AccountEvents(address), [recorder], log, clock);
    }

    private sealed class Recorder : IAccountTransitionHandler
    {
        public Exception? Refusal { get; init; }

        public string? Told { get; private set; }

        public void Deleted(Sql sql, string accountId, DateTimeOffset now) => Tell($"deleted {accountId}");

        public void Resumed(Sql sql, string accountId, DateTimeOffset now) => Tell($"resumed {accountId}");

        private void Tell(string what)
        {
            if (Refusal is not null) throw Refusal;
            Told = what;
        }
    }
}
