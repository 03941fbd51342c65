using Microsoft.Data.Sqlite;

namespace Connector.Crash.Power;

/// <summary>What SQLite finds after a power cut.</summary>
internal sealed record DatabaseAfterCut(IReadOnlySet<string> Pins, IReadOnlySet<string> Attempted, string? Problem)
{
    /// <summary>Writes the files and opens them as the next start would.</summary>
    public static DatabaseAfterCut Open(Dictionary<string, Image> files, string folder)
    {
        foreach (var old in Directory.GetFiles(folder)) File.Delete(old);
        foreach (var (name, image) in files) File.WriteAllBytes(Path.Combine(folder, name), image.Bytes);
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "connector.db"), Pooling = false }.ToString());
            connection.Open();
            if (Query(connection, "pragma integrity_check") is not ["ok"] and var said) return Nothing(said[0]);

            // Before the first migration was answered there is nothing to lose.
            return Query(connection, "select name from sqlite_master where name = 'attempts'").Count == 0
                ? Nothing(null)
                : new DatabaseAfterCut(
                    Query(connection, "select id from pins").ToHashSet(),
                    Query(connection, "select pins.title from attempts join pins on pins.id = attempts.pin_id").ToHashSet(),
                    null);
        }
        catch (SqliteException error)
        {
            return Nothing(error.Message);
        }
    }

    private static DatabaseAfterCut Nothing(string? problem) => new(new HashSet<string>(), new HashSet<string>(), problem);

    private static List<string> Query(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var rows = command.ExecuteReader();
        var answers = new List<string>();
        while (rows.Read()) answers.Add(rows.GetString(0));
        return answers;
    }
}
