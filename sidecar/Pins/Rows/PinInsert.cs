using System.Data;
using System.Data.Common;
using Connector.Storage;

namespace Connector.Pins.Rows;

/// <summary>The statement behind every accepted pin, kept prepared.</summary>
internal static class PinInsert
{
    private static readonly (string Column, DbType Type, Func<PinRow, object?> Value)[] Columns =
    [
        ("id", DbType.String, p => p.Id),
        ("workspace_id", DbType.String, p => p.WorkspaceId),
        ("account_id", DbType.String, p => p.AccountId),
        ("status", DbType.String, p => p.Status),
        ("idempotency_key", DbType.String, p => p.IdempotencyKey),
        ("request_hash", DbType.String, p => p.RequestHash),
        ("board_id", DbType.String, p => p.BoardId),
        ("board_section_id", DbType.String, p => p.BoardSectionId),
        ("title", DbType.String, p => p.Title),
        ("description", DbType.String, p => p.Description),
        ("alt_text", DbType.String, p => p.AltText),
        ("link_url", DbType.String, p => p.LinkUrl),
        ("link_domain", DbType.String, p => p.LinkDomain),
        ("link_marker", DbType.Int64, p => p.LinkMarker ? 1L : 0L),
        ("dominant_color", DbType.String, p => p.DominantColor),
        ("media_type", DbType.String, p => p.MediaType),
        ("media_url", DbType.String, p => p.MediaUrl),
        ("asset_id", DbType.String, p => p.AssetId),
        ("slides", DbType.String, p => p.Slides),
        ("cover_url", DbType.String, p => p.CoverUrl),
        ("cover_asset_id", DbType.String, p => p.CoverAssetId),
        ("cover_seconds", DbType.Int64, p => p.CoverSeconds),
        ("metadata", DbType.String, p => p.Metadata),
        ("chosen_by", DbType.String, p => p.ChosenBy),
        ("callback_url", DbType.String, p => p.CallbackUrl),
        ("callback_key_id", DbType.String, p => p.CallbackKeyId),
        ("publish_at", DbType.Int64, p => p.PublishAt?.ToUnixTimeMilliseconds()),
        ("due_at", DbType.Int64, p => p.DueAt.ToUnixTimeMilliseconds()),
        ("priority", DbType.Int64, p => p.Priority),
        ("place_at", DbType.Int64, p => p.PlaceAt.ToUnixTimeMilliseconds()),
        ("tries_left", DbType.Int64, p => p.TriesLeft),
        ("created_at", DbType.Int64, p => p.CreatedAt.ToUnixTimeMilliseconds()),
        ("updated_at", DbType.Int64, p => p.UpdatedAt.ToUnixTimeMilliseconds()),
    ];

    private static readonly string Statement =
        $"""
        insert into pins ({string.Join(", ", Columns.Select(c => c.Column))})
        values ({string.Join(", ", Columns.Select(c => "@" + c.Column))})
        on conflict (workspace_id, idempotency_key) where idempotency_key is not null do nothing
        """;

    /// <summary>False when another pin of the workspace has the idempotency key.</summary>
    public static bool Run(Sql sql, PinRow row)
    {
        var command = sql.Prepared(Statement, Declare);
        for (var i = 0; i < Columns.Length; i++) command.Parameters[i].Value = Columns[i].Value(row) ?? DBNull.Value;
        return command.ExecuteNonQuery() == 1;
    }

    private static void Declare(DbCommand command)
    {
        foreach (var (column, type, _) in Columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column;
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
    }
}
