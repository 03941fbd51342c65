using System.Runtime.CompilerServices;
using System.Text;

namespace Connector.Imports.Reading;

/// <summary>Reads tables: the line with the names of columns is found, and the lines after it are items.</summary>
internal sealed class TableReader : IItemReader
{
    // Some programs write a title or an empty table before the names.
    private const int MostLinesBeforeNames = 10;

    private readonly IEnumerator<CsvLine> _lines;
    private readonly string[] _names;

    private TableReader(IEnumerator<CsvLine> lines, string[] header) =>
        (_lines, Header, _names) = (lines, header, Array.ConvertAll(header, ColumnNames.Plain));

    public string[]? Header { get; }

    /// <exception cref="InvalidDataException">It has too many columns.</exception>
    /// <summary>Null when none of its first lines names a column that is known.</summary>
    /// <param name="file">The table.</param>
    /// <param name="encoding">How its text is written.</param>
    /// <param name="isKnown">Whether a column of that plain name is known.</param>
    public static TableReader? Open(Stream file, Encoding encoding, Predicate<string> isKnown)
    {
        var lines = CsvTable.Read(file, encoding).GetEnumerator();
        for (var i = 0; i < MostLinesBeforeNames && lines.MoveNext() && !lines.Current.IsLast; i++)
            if (Array.Exists(lines.Current.Values, name => isKnown(ColumnNames.Plain(name))))
                return lines.Current.Values.Length <= CsvTable.MostColumns
                    ? new TableReader(lines, lines.Current.Values)
                    : throw new InvalidDataException($"The table has more than {CsvTable.MostColumns:N0} columns.");
        return null;
    }

    public async IAsyncEnumerable<ImportItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        using (_lines)
        {
            while (_lines.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                yield return Item(_lines.Current);
            }
        }
    }

    private ImportItem Item(CsvLine line)
    {
        var fields = new Dictionary<string, string>(Math.Min(line.Values.Length, _names.Length));
        for (var i = 0; i < line.Values.Length && i < _names.Length; i++)
        {
            // Of columns with the same name the first that says something counts.
            if (_names[i].Length > 0 && line.Values[i].Length > 0) fields.TryAdd(_names[i], Unescaped(line.Values[i]));
        }

        return new ImportItem(line.Number, fields)
        {
            Lines = line.IsLast ? [] : [line.Values],
            Problem = line.Problem ?? ProblemOf(line),
            EndsEarly = line.IsLast,
        };
    }

    private string? ProblemOf(CsvLine line) => line.Values.Length > _names.Length
        && line.Values.Skip(_names.Length).Any(value => value.Length > 0)
        ? $"The row has {line.Values.Length} values for {_names.Length} columns; put a value that has a comma in double quotes."
        : null;

    // What errors.csv writes before a text that a spreadsheet would take for a formula.
    private static string Unescaped(string value) => value is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? value[1..] : value;
}
