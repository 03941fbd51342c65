using System.IO.Compression;
using Connector.Storage;

namespace Connector.Imports.Store;

/// <summary>The files of imports, packed in the database: a kill loses none, a backup has them, and every replica can read them.</summary>
internal sealed class ImportFiles(Database database, TimeProvider clock)
{
    /// <summary>The file as it came, unpacked while it is read.</summary>
    public Stream Open(string importId) => new GZipStream(new PieceReader(database, importId), CompressionMode.Decompress);

    public PieceWriter Create(string workspaceId, string importId) => new(database, workspaceId, importId, clock);

    public Task ForgetAsync(string importId) =>
        database.WriteAsync(sql => { sql.Execute("delete from import_pieces where import_id = @importId", new { importId }); });

    /// <summary>Deletes pieces of files that were never accepted, a batch at once; returns how many.</summary>
    public Task<int> ForgetLeftoversAsync(DateTimeOffset before, int batch) => database.WriteAsync(sql => sql.Execute(
        """
        delete from import_pieces where (import_id, number) in (
            select import_id, number from import_pieces
            where received_at < @before and not exists (select 1 from imports where imports.id = import_pieces.import_id)
            limit @batch)
        """,
        new { before, batch }));
}
