namespace Connector.Common;

/// <summary>How near texts are to each other, to say what a mistyped one was probably meant to be.</summary>
internal static class Spelling
{
    /// <summary>Edits from one text to the other; a text that contains the other counts as near.</summary>
    public static int Distance(string one, string other) =>
        one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) ? 1 : Edits(one, other);

    /// <summary>How many letters must be changed, added or left out to make one text of the other (Levenshtein).</summary>
    public static int Edits(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
