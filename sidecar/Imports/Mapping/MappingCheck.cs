using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Imports.Mapping;

/// <summary>Checks a mapping: its fields, its regular expressions and its templates.</summary>
internal static class MappingCheck
{
    /// <param name="mapping">The mapping.</param>
    /// <param name="prefix">Where in the request it is.</param>
    /// <exception cref="ProblemException">Something of it is wrong; all of it is named.</exception>
    public static void Ensure(ImportMapping mapping, string prefix = "")
    {
        var wrong = Wrong(mapping)
            .ToLookup(each => prefix + FieldNames.FromPath(each.Field), each => each.Message)
            .ToDictionary(each => each.Key, each => each.ToArray());
        if (wrong.Count > 0) throw new ProblemException(Problems.InvalidFields(wrong));
    }

    private static IEnumerable<(string Field, string Message)> Wrong(ImportMapping mapping) =>
    [
        .. Fields(mapping, ""),
        .. Columns(mapping.Columns),
        .. mapping.Images is { } images && !ImageChoice.All.Contains(images)
            ? [(nameof(mapping.Images), $"is \"{Shown.Cut(images)}\"; it can be {string.Join(", ", ImageChoice.All)}.")]
            : Array.Empty<(string, string)>(),
        .. (mapping.Boards ?? []).Index().SelectMany(each => Rule(each.Item, $"{nameof(mapping.Boards)}[{each.Index}].")),
        .. mapping.Templates is { } templates ? Texts(templates) : [],
        .. mapping.Skip is { } skip ? Fields(skip, $"{nameof(mapping.Skip)}.") : [],
    ];

    private static IEnumerable<(string Field, string Message)> Columns(IReadOnlyDictionary<string, string>? columns)
    {
        foreach (var (role, column) in columns ?? new Dictionary<string, string>())
        {
            if (!ColumnRoles.All.Contains(role))
                yield return (
                    "columns", $"names \"{Shown.Cut(role)}\", which is not known; there are {string.Join(", ", ColumnRoles.All)}.");
            else if (string.IsNullOrWhiteSpace(column) || column.Length > 200)
                yield return ($"columns.{role}", "is empty, or the name of a column with more than 200 characters.");
            else if (column.Contains('\0', StringComparison.Ordinal))
                yield return ($"columns.{role}", "must not contain the NUL character.");
        }
    }

    private static IEnumerable<(string Field, string Message)> Rule(BoardRule rule, string prefix) =>
    [
        .. Fields(rule, prefix),
        .. rule.Matches is { } pattern && ProblemOf(pattern) is { } problem
            ? [(prefix + nameof(rule.Matches), problem)]
            : Array.Empty<(string, string)>(),
        .. rule is { Category: null, Tag: null, PriceFrom: null, PriceTo: null, Matches: null }
            ? [(prefix + nameof(rule.Board), "has no condition; name the board of all other rows as board of the mapping.")]
            : Array.Empty<(string, string)>(),
    ];

    private static string? ProblemOf(string pattern)
    {
        try
        {
            BoardRules.Compile(pattern);
            return null;
        }
        catch (NotSupportedException)
        {
            return "has look-around, a back reference or too large a repetition, none of which can be used here.";
        }
        catch (ArgumentException wrong)
        {
            return $"is no regular expression: {wrong.Message}";
        }
    }

    private static IEnumerable<(string Field, string Message)> Texts(ImportTemplates templates)
    {
        const string Prefix = $"{nameof(ImportMapping.Templates)}.";
        foreach (var wrong in Fields(templates, Prefix)) yield return wrong;
        foreach (var (name, text) in new[]
        {
            (nameof(templates.Title), templates.Title), (nameof(templates.Description), templates.Description),
            (nameof(templates.AltText), templates.AltText), (nameof(templates.Link), templates.Link),
        })
        {
            if (text is not null && Templates.Parse(text, out var problem) is null) yield return (Prefix + name, problem!);
        }
    }

    private static IEnumerable<(string Field, string Message)> Fields(object part, string prefix)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(part, new ValidationContext(part), wrong, validateAllProperties: true);
        return wrong.SelectMany(result => result.MemberNames.Select(field => (prefix + field, result.ErrorMessage!)));
    }
}
