namespace Connector.Tests.Support;

/// <summary>A row of each table, as earlier programs wrote them.</summary>
internal static class OldRows
{
    /// <summary>For a database of version 14.</summary>
    public const string Of14 =
        """
        insert into workspaces (id, name, created_at) values ('wsp_1', 'one', 1), ('wsp_2', 'two', 1);
        insert into api_keys (id, workspace_id, name, hash, scopes, account_ids, created_at, revoked_at, callback_secret)
        values ('key_1', 'wsp_1', 'limited', 'h', 'publish', 'acc_1', 1, null, 's');
        insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, status, scopes, created_at, updated_at,
            app_id, granted_by, warned_days)
        values ('acc_1', 'wsp_1', 'a', 'simulator', 'u1', 'u1', 'active', '', 1, 1, null, 'tokens', null),
            ('acc_2', 'wsp_2', 'b', 'simulator', 'u1', 'u1', 'active', '', 1, 1, 'app', 'authorization_code', 7);
        insert into apps (workspace_id, app_id, app_secret, access_tier, is_current, created_at, updated_at)
        values ('wsp_2', 'app', 's', 'trial', 1, 1, 1);
        insert into connection_starts (id, workspace_id, key_id, environment, account_id, app_id, redirect_uri, created_at, expires_at)
        values ('start', 'wsp_2', 'key_1', 'simulator', 'acc_2', 'app', 'https://a', 1, 2);
        insert into pins (id, workspace_id, account_id, status, request_hash, board_id, media_type, media_url, due_at, tries_left, place_at,
            idempotency_key, metadata, attempt_count, created_at, updated_at)
        values ('pin_1', 'wsp_1', 'acc_1', 'queued', 'h', '1', 'image', 'https://a', 1, 3, 1, 'key', '{"sku":"1"}', 1, 1, 1),
            ('pin_2', 'wsp_2', 'acc_2', 'queued', 'h', '1', 'video', 'https://b', 1, 3, 1, null, null, 0, 1, 1);
        insert into pin_images (pin_id, content_type, bytes) values ('pin_1', 'image/png', 'png');
        insert into attempts (id, pin_id, account_id, number, started_at, ended_at, outcome, clock_confirmed, restored_as)
        values ('att_1', 'pin_1', 'acc_1', 1, 1, 2, 'unknown', 1, null), ('att_2', 'pin_2', 'acc_2', 1, 1, null, null, 0, 'queued');
        insert into calls (account_id, category, ended_at) values ('acc_1', 'org_read', 1), ('acc_2', 'org_write', 1);
        insert into learned_limits (account_id, category, remaining, resets_at) values ('acc_2', 'org_read', 1, 1);
        insert into link_holds (account_id, domain, reason, until) values ('acc_2', 'example.com', 'r', 1);
        insert into lanes (account_id, owner, leased_until) values ('acc_2', 'o', 1);
        insert into secrets_canary (id, protected) values (1, 'p');
        insert into events (id, workspace_id, account_id, pin_id, type, data, packed, created_at)
        values ('evt_1', 'wsp_2', 'acc_2', 'pin_2', 'pin.published', '{}', null, 1);
        insert into webhooks (id, workspace_id, scope, url, secret, status, created_at, updated_at)
        values ('whk_1', 'wsp_2', null, 'https://a', 's', 'active', 1, 1);
        insert into deliveries (id, workspace_id, event_id, webhook_id, receiver, subject, status, next_at, created_at)
        values ('dlv_1', 'wsp_2', 'evt_1', 'whk_1', 'whk_1', 'evt_1', 'pending', 1, 1);
        insert into delivery_attempts (delivery_id, number, started_at, took_ms, url, message) values ('dlv_1', 1, 1, 1, 'https://a', 'm');
        insert into assets (id, workspace_id, account_ids, sha256, kind, content_type, bytes, width, height, checks, created_at, keep_ms,
            expires_at)
        values ('ast_1', 'wsp_2', 'acc_2', 's', 'image', 'image/png', 1, 1, 1, '[]', 1, 1, 1);
        insert into asset_uses (asset_id, pin_id) values ('ast_1', 'pin_2');
        insert into videos (pin_id, account_id, step, since, due_at, asset_id) values ('pin_2', 'acc_2', 'upload', 1, 1, 'ast_1');
        insert into pin_metadata (workspace, entry, pin_id) values ('wsp_1', 'sku=1', 'pin_1');
        """;

    /// <summary>Takes those of version 14 out again, with what other programs may have added to them.</summary>
    public const string Removal =
        """
        delete from pin_metadata; delete from videos; delete from asset_uses; delete from assets; delete from delivery_attempts;
        delete from deliveries; delete from webhooks; delete from events; delete from secrets_canary; delete from lanes;
        delete from link_holds; delete from learned_limits; delete from calls; delete from attempts; delete from pin_images;
        delete from pins; delete from connection_starts; delete from apps; delete from accounts; delete from api_keys;
        delete from workspaces;
        """;

    /// <summary>Changes that a program of version 14 makes to them, in this order.</summary>
    public static readonly string[] Changes =
    [
        "update pins set status = 'publishing', attempt_id = 'att_3', attempt_count = attempt_count + 1 where id = 'pin_1'",
        "insert into attempts (id, pin_id, account_id, number, started_at, clock_confirmed) values ('att_3', 'pin_1', 'acc_1', 2, 3, 1)",
        "update attempts set outcome = 'accepted', ended_at = 4, pinterest_pin_id = '7' where id = 'att_3' and outcome is null",
        "update pins set status = 'published', attempt_id = null, pinterest_pin_id = '7', published_at = 4 where id = 'pin_1'",
        """
        insert into learned_limits (account_id, category, remaining, resets_at) values ('acc_2', 'org_read', 0, 2)
        on conflict (account_id, category) do update set remaining = excluded.remaining, resets_at = excluded.resets_at
        """,
        """
        insert into link_holds (account_id, domain, reason, until) values ('acc_2', 'example.com', 'again', 2)
        on conflict (account_id, domain) do update set reason = excluded.reason, until = excluded.until
        """,
        "update videos set step = 'process', media_id = '1', since = 2 where pin_id = 'pin_2'",
        "update deliveries set status = 'delivered', ended_at = 2 where id = 'dlv_1'",
        "update accounts set status = 'held', held_reason = 'r', token_version = token_version + 1 where id = 'acc_2'",
        "delete from pins where id = 'pin_1'",
    ];

    /// <summary>What is added to them for a database of version 18.</summary>
    public const string Of18 =
        """
        insert into replicas (id, name, started_at, seen_at, alive_until) values ('rep_1', 'one', 1, 1, 1);
        insert into imports (id, workspace_id, account_id, key_id, name, format, encoding, dry_run, mapping, request_hash, bytes, status,
            created_at, updated_at)
        values ('imp_1', 'wsp_2', 'acc_2', 'key_1', 'rows.csv', 'csv', 'utf-8', 0, '{}', 'h', 1, 'completed', 1, 1);
        insert into import_pieces (import_id, number, bytes, received_at) values ('imp_1', 1, 'b', 1), ('imp_none', 1, 'b', 1);
        insert into import_results (import_id, number, row_number, status) values ('imp_1', 1, 1, 'created');
        insert into import_mappings (account_id, mapping, updated_at) values ('acc_2', '{}', 1);
        insert into import_keys (account_id, key, pin_id, seen_at) values ('acc_2', 'k', 'pin_2', 1);
        """;
}
