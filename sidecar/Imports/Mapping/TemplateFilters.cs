using System.Text.RegularExpressions;
using Connector.Pins;
using Fluid;
using Fluid.Values;

namespace Connector.Imports.Mapping;

/// <summary>The filters that a template may use: those of Liquid that cannot grow without end, and some for pins.</summary>
internal static partial class TemplateFilters
{
    // What a filter could make at most, as the product of the lengths of what it is given.
    private const long MostWork = 2_000_000;

    private static readonly HashSet<string> Usual = new(
        ("join first last reverse size sort uniq append capitalize downcase lstrip rstrip prepend remove_first remove replace_first "
            + "replace slice split strip strip_newlines truncate truncatewords upcase abs "
            + "at_least at_most ceil divided_by floor minus modulo plus "
            + "round times default date url_encode url_decode escape handle handleize newline_to_br").Split(' '));

    private static readonly Dictionary<string, Func<FluidValue, FilterArguments, string>> Own = new()
    {
        ["strip_html"] = (input, _) => PinTexts.Clean(input.ToStringValue()),
        ["truncate_words"] = (input, arguments) => TextCutting.Cut(input.ToStringValue(), Length(arguments)),
        ["hashtags"] = (input, arguments) => Hashtags.Of(Texts(input), Most(arguments)),
        ["keywords"] = (input, arguments) =>
            string.Join(", ", Texts(input).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most(arguments))),
        ["add_query"] = (input, arguments) => AddQuery(input.ToStringValue(), arguments.At(0).ToStringValue()),
    };

    public static TemplateOptions AddTo(TemplateOptions options)
    {
        foreach (var (name, filter) in options.Filters.ToList())
        {
            options.Filters.Remove(name);
            if (Usual.Contains(name)) options.Filters.AddFilter(name, Bounded(name == "date" ? Narrow(filter) : filter));
        }

        foreach (var (name, filter) in Own)
            options.Filters.AddFilter(
                name, Bounded((input, arguments, _) => ValueTask.FromResult<FluidValue>(new StringValue(filter(input, arguments)))));
        return options;
    }

    /// <summary>What is wrong when a template uses a filter that there is not.</summary>
    public static string? UnknownIn(string template) => Tag().Matches(template)
        .SelectMany(tag => FilterName().Matches(Quoted().Replace(tag.Value, "")))
        .Select(match => match.Groups[1].Value)
        .FirstOrDefault(name => !Usual.Contains(name) && !Own.ContainsKey(name)) is { } unknown
        ? $"has the filter \"{unknown}\", which is not known here; there are {string.Join(", ", Own.Keys.Concat(Usual).Order())}."
        : null;

    public static FluidValue Checked(FluidValue value) => SizeOf(value) <= Templates.LongestText
        ? value
        : throw new TemplateException($"The template makes a text of more than {Templates.LongestText:N0} characters of this row.");

    private static FilterDelegate Bounded(FilterDelegate filter) => async (input, arguments, context) =>
    {
        var work = Math.Max(1, SizeOf(input));
        foreach (var argument in arguments.Values ?? []) work *= Math.Max(1, SizeOf(argument));
        return work <= MostWork
            ? Checked(await filter(input, arguments, context))
            : throw new TemplateException("A filter of the template would make too long a text of this row.");
    };

    // A form of a date may say how many signs wide a part of it is, and Fluid makes that many.
    private static FilterDelegate Narrow(FilterDelegate filter) => (input, arguments, context) =>
        (arguments.Values ?? []).Any(argument => Wide().IsMatch(argument.ToStringValue()))
            ? throw new TemplateException("The filter date of the template makes a part of a date 100 characters wide or wider.")
            : filter(input, arguments, context);

    private static long SizeOf(FluidValue value) => value switch
    {
        StringValue text => text.ToStringValue().Length,
        ArrayValue list => list.Values.Sum(SizeOf) + list.Values.Count,
        _ => 1,
    };

    private static IEnumerable<string> Texts(FluidValue input) => input is ArrayValue list
        ? list.Values.Select(value => value.ToStringValue())
        : input.ToStringValue().Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static int Length(FilterArguments arguments) =>
        arguments.Count == 0 ? PinTexts.LongestDescription : (int)Math.Clamp(arguments.At(0).ToNumberValue(), 1, Templates.LongestText);

    private static int Most(FilterArguments arguments) =>
        arguments.Count == 0 ? 10 : (int)Math.Clamp(arguments.At(0).ToNumberValue(), 0, 100);

    private static string AddQuery(string link, string query)
    {
        if (link.Length == 0) return link;

        var fragment = link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? link[at..] : "";
        var bare = link[..^fragment.Length];
        var mark = !bare.Contains('?', StringComparison.Ordinal) ? "?" : bare[^1] is '?' or '&' ? "" : "&";
        return bare + mark + query.TrimStart('?', '&') + fragment;
    }

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"%[-_^:#0]*\d{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Wide();

    [GeneratedRegex(@"\|\s*(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex FilterName();
}
