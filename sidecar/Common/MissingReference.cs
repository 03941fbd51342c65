using System.Data.Common;

namespace Connector.Common;

/// <summary>A row names another that is not there any more, such as an account that was erased meanwhile.</summary>
internal static class MissingReference
{
    /// <remarks>PostgreSQL has a code for it, SQLite only words in what ADO.NET shows of any engine.</remarks>
    public static bool Is(Exception error) => error is DbException database
        && (database.SqlState == "23503" || database.Message.Contains("FOREIGN KEY constraint failed", StringComparison.Ordinal));
}
