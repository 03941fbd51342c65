using Connector.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Connector.Tests.Storage;

/// <summary>The schema itself refuses every state that nobody could explain.</summary>
public sealed class SchemaTests : IAsyncLifetime
{
    private TemporaryDatabase _database = null!;

    public static TheoryData<string, string> ImpossiblePins => new()
    {
        { "published without Pinterest's id", "status = 'published', published_at = 5" },
        { "published without a time", "status = 'published', pinterest_pin_id = '7'" },
        { "queued with Pinterest's id", "status = 'queued', pinterest_pin_id = '7'" },
        { "publishing without an attempt", "status = 'publishing'" },
        { "queued with an open attempt", "status = 'queued', attempt_id = 'att_1'" },
        { "failed without an error code", "status = 'failed'" },
        { "unconfirmed without an error code", "status = 'unconfirmed'" },
        { "a status that does not exist", "status = 'lost'" },
        { "a media type that does not exist", "media_type = 'poem'" },
        { "of an account that does not exist", "account_id = 'acc_none'" },
        { "of a workspace that does not exist", "workspace_id = 'wsp_none'" },
        { "with another pin's idempotency key", "idempotency_key = 'taken'" },
        { "in the queue before it was approved", "needs_approval = 1" },
        { "scheduled before it was approved", "needs_approval = 1, status = 'scheduled'" },
        { "awaiting an approval that nobody asked for", "status = 'awaiting_approval'" },
        { "awaiting an approval that it has", "status = 'awaiting_approval', needs_approval = 1, approved_by = 'Ana', approved_at = 5" },
        { "approved by nobody", "needs_approval = 1, approved_at = 5" },
    };

    public static TheoryData<string, string> ImpossibleAttempts => new()
    {
        { "accepted without Pinterest's id", "outcome = 'accepted', ended_at = 5" },
        { "refused with Pinterest's id", "outcome = 'refused', ended_at = 5, pinterest_pin_id = '7'" },
        { "open with Pinterest's id", "pinterest_pin_id = '7'" },
        { "ended without an outcome", "ended_at = 5" },
        { "an outcome without an end", "outcome = 'unknown'" },
        { "an outcome that does not exist", "outcome = 'perhaps', ended_at = 5" },
        { "two with the same number", "number = 2" },
    };

    public static TheoryData<string, string> ImpossibleAccounts => new()
    {
        { "held without a reason", "status = 'held'" },
        { "to be reconnected without a reason", "status = 'reconnect_required'" },
        { "a status that does not exist", "status = 'asleep'" },
        { "an environment that does not exist", "environment = 'moon'" },
        { "the same Pinterest user twice", "pinterest_user_id = 'u2'" },
    };

    [Theory]
    [MemberData(nameof(ImpossiblePins))]
    public Task No_pin_is(string what, string change) => RefusedAsync(what, $"update pins set {change} where id = 'pin_1'");

    [Theory]
    [MemberData(nameof(ImpossibleAttempts))]
    public Task No_attempt_is(string what, string change) => RefusedAsync(what, $"update attempts set {change} where id = 'att_1'");

    [Theory]
    [MemberData(nameof(ImpossibleAccounts))]
    public Task No_account_is(string what, string change) => RefusedAsync(what, $"update accounts set {change} where id = 'acc_1'");

    [Theory]
    [InlineData("update pins set status = 'published', pinterest_pin_id = '7', published_at = 5 where id = 'pin_1'")]
    [InlineData("update pins set status = 'publishing', attempt_id = 'att_1' where id = 'pin_1'")]
    [InlineData("update pins set status = 'awaiting_approval', needs_approval = 1 where id = 'pin_1'")]
    [InlineData("update pins set needs_approval = 1, approved_by = 'Ana', approved_at = 5 where id = 'pin_1'")]
    [InlineData("update pins set needs_approval = 1, status = 'publishing', attempt_id = 'att_1' where id = 'pin_1'")]
    [InlineData("update pins set status = 'failed', error_code = 'link_invalid' where id = 'pin_1'")]
    [InlineData("update attempts set outcome = 'accepted', ended_at = 5, pinterest_pin_id = '7' where id = 'att_1'")]
    [InlineData("update accounts set status = 'held', held_reason = 'by hand' where id = 'acc_1'")]
    public async Task What_can_happen_can_be_stored(string statement) =>
        Assert.Equal(1, await _database.Sql.WriteAsync(sql => sql.Execute(statement)));

    public async ValueTask InitializeAsync()
    {
        _database = await TemporaryDatabase.CreateAsync();
        await _database.Sql.WriteAsync(sql => sql.Execute(
            """
            insert into workspaces (id, name, created_at) values ('wsp_1', 'one', 1);
            insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, status, scopes, created_at, updated_at)
            values ('acc_1', 'wsp_1', 'a', 'simulator', 'u1', 'u1', 'active', '', 1, 1),
                ('acc_2', 'wsp_1', 'b', 'simulator', 'u2', 'u2', 'active', '', 1, 1);
            insert into pins (id, workspace_id, account_id, status, request_hash, board_id, media_type, due_at, tries_left, created_at,
                updated_at, idempotency_key)
            values ('pin_1', 'wsp_1', 'acc_1', 'queued', 'h', '1', 'image', 1, 3, 1, 1, null),
                ('pin_2', 'wsp_1', 'acc_1', 'queued', 'h', '1', 'image', 1, 3, 1, 1, 'taken');
            insert into attempts (id, pin_id, account_id, number, started_at)
            values ('att_1', 'pin_1', 'acc_1', 1, 1), ('att_2', 'pin_1', 'acc_1', 2, 1);
            """));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task RefusedAsync(string what, string statement)
    {
        var refused = await Record.ExceptionAsync(() => _database.Sql.WriteAsync(sql => sql.Execute(statement)));

        // Class 23 of PostgreSQL is what SQLite calls a constraint.
        Assert.True(
            refused is SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: ['2', '3', ..] },
            $"{what}: {refused?.Message ?? "was stored"}");
    }
}
