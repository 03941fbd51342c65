using System.Text.RegularExpressions;
using Connector.Imports.Reading;

namespace Connector.Imports.Mapping;

/// <summary>Finds the board of a product by the rules of a mapping: the first that fits counts.</summary>
internal sealed class BoardRules(IEnumerable<BoardRule> rules)
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    private const int LongestSearched = 10_000;

    private readonly List<(BoardRule Rule, Regex? Matches)> _rules =
        [.. rules.Select(rule => (rule, rule.Matches is null ? null : Compile(rule.Matches)))];

    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    /// <exception cref="NotSupportedException">It needs more than one look at each character.</exception>
    public static Regex Compile(string pattern) => new(
        pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, LongestMatch);

    public BoardRule? Find(Product product) => _rules.Find(each => Fits(each.Rule, each.Matches, product)).Rule;

    private static bool Fits(BoardRule rule, Regex? matches, Product product) =>
        (rule.Category is null || product.Categories.Contains(rule.Category.Trim(), StringComparer.OrdinalIgnoreCase))
        && (rule.Tag is null || product.Tags.Contains(rule.Tag.Trim(), StringComparer.OrdinalIgnoreCase))
        && (rule.PriceFrom is null || product.Price >= rule.PriceFrom)
        && (rule.PriceTo is null || product.Price <= rule.PriceTo)
        && (matches is null || Matches(matches, Field(rule.Field, product)));

    private static string Field(string? name, Product product) => ColumnNames.Plain(name ?? ColumnRoles.Title) switch
    {
        ColumnRoles.Title => product.Title ?? "",
        ColumnRoles.Description => product.Description ?? "",
        ColumnRoles.Link => product.Link ?? "",
        ColumnRoles.Category => string.Join(", ", product.Categories),
        ColumnRoles.Tags => string.Join(", ", product.Tags),
        var other => product.Item.Value(other) ?? "",
    };

    private static bool Matches(Regex regex, string text)
    {
        try
        {
            return regex.IsMatch(text.AsSpan(0, Math.Min(text.Length, LongestSearched)));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
