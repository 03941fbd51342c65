using System.Text;
using CsvHelper;

namespace Connector.Imports;

/// <summary>Reads the lines of a table one after the other; what is wrong with one never hides the others.</summary>
internal static class CsvTable
{
    /// <summary>The largest line: a larger one ends the reading.</summary>
    public const int LargestLine = 16 * 1024 * 1024;

    /// <summary>The most columns; a row may have one value more, so that it is seen to have too many.</summary>
    public const int MostColumns = 2000;

    private static readonly CsvReaderOptions Usual = new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        MaxRecordSize = LargestLine,
        TrackLineNumbers = true,
    };

    /// <param name="text">The table; what stands between its columns is found.</param>
    /// <param name="encoding">How its text is written.</param>
    public static IEnumerable<CsvLine> Read(Stream text, Encoding encoding) => Read(text, Usual with { Encoding = encoding }, 0);

    private static IEnumerable<CsvLine> Read(Stream text, CsvReaderOptions usual, long before)
    {
        CsvMalformedReason? wrong = null;
        byte[]? swallowed = null;
        using var csv = CsvReader.Create(text, usual with { OnMalformedRecord = Note }, leaveOpen: true);
        while (true)
        {
            (wrong, swallowed) = (null, null);
            var (read, problem) = TryRead(csv);
            if (problem is not null) yield return new CsvLine(before + csv.LineNumber, []) { Problem = problem, IsLast = true };
            if (!read) yield break;

            if (swallowed is not null)
            {
                // A quote that is never closed takes in all lines after it: each is read for itself.
                var lines = usual with { AllowLineBreaksInQuotes = false, Separator = csv.Separator, Encoding = null };
                foreach (var line in Read(new MemoryStream(swallowed), lines, before + csv.LineNumber - 1)) yield return line;
                continue;
            }

            var values = Values(csv);
            if (Array.Exists(values, value => value.Length > 0))
                yield return new CsvLine(before + csv.LineNumber, values) { Problem = wrong is null ? null : Words };
        }

        void Note(CsvMalformedRecord record)
        {
            wrong = record.Reason;
            if (record.Reason == CsvMalformedReason.UnterminatedQuote && usual.AllowLineBreaksInQuotes)
                swallowed = Encoding.UTF8.GetBytes(record.RawRecord);
        }
    }

    private const string Words = "The row cannot be read: a value with quotes, commas or line breaks goes in double quotes, and a quote "
        + "inside is doubled (\"\").";

    private static (bool Read, string? Problem) TryRead(CsvReader csv)
    {
        try
        {
            return (csv.Read(), null);
        }
        catch (CsvFormatException)
        {
            return (false, $"A row is larger than {LargestLine / 1024 / 1024} MB; it and what comes after it are not read.");
        }
    }

    private static string[] Values(CsvReader csv)
    {
        var values = new string[Math.Min(csv.FieldCount, MostColumns + 1)];
        for (var i = 0; i < values.Length; i++) values[i] = csv.GetString(i);
        return values;
    }
}

/// <summary>One line of a table.</summary>
/// <param name="Number">Where it begins in the file, from 1.</param>
/// <param name="Values">Its values.</param>
internal sealed record CsvLine(long Number, string[] Values)
{
    /// <summary>Why it cannot be read.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether nothing after it can be read.</summary>
    public bool IsLast { get; init; }
}
