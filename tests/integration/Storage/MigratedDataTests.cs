using System.Globalization;
using Connector.Storage;
using Connector.Storage.Sqlite;
using Connector.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Storage;

/// <summary>What a database of an earlier version holds is there after the tables were made anew.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class MigratedDataTests
{
    private const int Before = 6;

    [Fact]
    public async Task Webhooks_deliveries_and_files_survive_and_belong_to_whom_they_can_be_given()
    {
        var path = Directory.CreateTempSubdirectory("connector-old-").FullName;
        try
        {
            using var directory = new DataDirectory(Options.Create(new StorageOptions { DataDirectory = path }));
            await using var database = new SqliteDatabase(directory, new StorageHealth(NullLogger<StorageHealth>.Instance));
            await FillAsync(database);

            await Migrations.ApplyAsync(database);

            Assert.Equal(
                ["whk_all -", "whk_key acc_1", "whk_none -"],
                Column(database, "select id || ' ' || coalesce(scope, '-') from webhooks order by id"));
            Assert.Equal(["dlv_1 whk_all 1"], Column(
                database,
                "select d.id || ' ' || d.webhook_id || ' ' || a.number from deliveries d "
                    + "join delivery_attempts a on a.delivery_id = d.id"));
            Assert.Equal(["ast_1 - pin_1"], Column(
                database,
                "select a.id || ' ' || coalesce(a.account_ids, '-') || ' ' || u.pin_id from assets a "
                    + "join asset_uses u on u.asset_id = a.id"));
            Assert.Empty(Column(database, "select \"table\" from pragma_foreign_key_check"));
            Assert.Empty(Column(database, "select name from sqlite_master where name glob 'old_*' or sql glob '*[\" ]old_*'"));
            await database.WriteAsync(sql => sql.Execute("delete from webhooks where id = 'whk_all'"));
            Assert.Empty(Column(database, "select delivery_id from delivery_attempts"));
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    [Fact]
    public async Task Metadata_whose_entries_are_one_text_is_taken_over()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await database.Sql.WriteAsync(sql => sql.Execute(
            """
            delete from schema_versions where version >= 13;
            drop view feed; drop table replicas; alter table lanes drop column fence;
            alter table accounts drop column refreshing_by; alter table accounts drop column refreshing_until;
            alter table events drop column packed;
            drop table source_items; drop table sources;
            drop table import_results; drop table import_pieces; drop table import_mappings; drop table import_keys;
            drop table imports;
            alter table pins drop column season_until; alter table pins drop column season_from;
            alter table pins drop column lead_days; alter table pins drop column event_date;
            drop index pins_by_status; drop trigger pin_metadata_changed; drop trigger pin_metadata_removed; drop table pin_metadata;
            insert into workspaces (id, name, created_at) values ('wsp_old', 'old', 1);
            insert into accounts (
                id, workspace_id, name, environment, pinterest_user_id, username, status, scopes, created_at, updated_at)
            values ('acc_old', 'wsp_old', 'old', 'simulator', '1', 'old', 'active', '', 1, 1);
            insert into pins (
                id, workspace_id, account_id, status, board_id, request_hash, media_type, media_url, due_at, place_at, tries_left,
                metadata, created_at, updated_at)
            values ('pin_old', 'wsp_old', 'acc_old', 'queued', '1', 'h', 'image', 'https://example.com/a.jpg', 1, 1, 5,
                '{"a":"b=c","a=b":"c"}', 1, 1);
            """));

        await Migrations.ApplyAsync(database.Sqlite);

        Assert.Equal(["a=b=c"], Column(database.Sqlite, "select entry from pin_metadata"));
    }

    private static async Task FillAsync(SqliteDatabase database)
    {
        await database.WriteAsync(sql => sql.Execute("create table schema_versions (version bigint primary key)"));
        foreach (var file in Directory.EnumerateFiles(Repository.Path("sidecar", "Storage", "Migrations"), "*.sql").Order())
        {
            var version = int.Parse(Path.GetFileName(file)[..4], CultureInfo.InvariantCulture);
            if (version > Before) break;
            var script = await File.ReadAllTextAsync(file);
            await database.WriteAsync(sql => sql.Execute($"{script}; insert into schema_versions (version) values ({version})"));
        }

        await database.WriteAsync(sql => sql.Execute(
            """
            insert into workspaces (id, name, created_at) values ('wsp_1', 'one', 1);
            insert into api_keys (id, workspace_id, name, hash, scopes, account_ids, created_at)
            values ('key_1', 'wsp_1', 'limited', 'h', 'publish', 'acc_1', 1);
            insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, status, scopes, created_at, updated_at)
            values ('acc_1', 'wsp_1', 'a', 'simulator', 'u1', 'u1', 'active', '', 1, 1);
            insert into pins (id, workspace_id, account_id, status, request_hash, board_id, media_type, due_at, tries_left, created_at,
                updated_at)
            values ('pin_1', 'wsp_1', 'acc_1', 'queued', 'h', '1', 'image', 1, 3, 1, 1);
            insert into webhooks (id, workspace_id, url, account_ids, secret, status, created_at, updated_at)
            values ('whk_all', 'wsp_1', 'https://a', null, 's', 'active', 1, 1),
                ('whk_key', 'wsp_1', 'https://b', 'acc_1', 's', 'active', 1, 1),
                ('whk_none', 'wsp_1', 'https://c', 'acc_2', 's', 'active', 1, 1);
            insert into events (id, workspace_id, type, data, created_at) values ('evt_1', 'wsp_1', 'webhook.test', '{}', 1);
            insert into deliveries (id, workspace_id, event_id, webhook_id, receiver, subject, status, next_at, created_at)
            values ('dlv_1', 'wsp_1', 'evt_1', 'whk_all', 'whk_all', 'evt_1', 'pending', 1, 1);
            insert into delivery_attempts (delivery_id, number, started_at, took_ms, url, message)
            values ('dlv_1', 1, 1, 1, 'https://a', 'm');
            insert into assets (id, workspace_id, sha256, kind, content_type, bytes, width, height, checks, created_at, keep_ms, expires_at)
            values ('ast_1', 'wsp_1', 's', 'image', 'image/png', 1, 1, 1, '[]', 1, 1, 1);
            insert into asset_uses (asset_id, pin_id) values ('ast_1', 'pin_1');
            """));
    }

    private static List<string> Column(SqliteDatabase database, string query) => database.Read(sql => sql.Query<string>(query));
}
