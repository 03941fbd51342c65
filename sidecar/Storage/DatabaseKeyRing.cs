using System.Xml.Linq;
using Connector.Storage.Postgres;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Connector.Storage;

/// <summary>The key ring in the database, where every replica finds it.</summary>
/// <remarks>A key may be asked for in the middle of a write, so it is stored on a connection of its own.</remarks>
internal sealed class DatabaseKeyRing(PostgresDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        database.Read(sql => sql.Query<string>("select element from key_ring order by name")).ConvertAll(XElement.Parse);

    public void StoreElement(XElement element, string friendlyName) =>
        database.WriteAside(sql => Add(sql, friendlyName, element.ToString(SaveOptions.DisableFormatting)));

    /// <summary>Adds a key that is there as text.</summary>
    public static int Add(Sql sql, string name, string element) => sql.Execute(
        "insert into key_ring (name, element) values (@name, @element) on conflict (name) do nothing", new { name, element });
}
