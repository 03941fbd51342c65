using Connector.Pins;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Connector.Imports.Mapping;

/// <summary>
/// Parses and fills templates in Liquid. Whoever may publish writes them, so that each has limits: steps, lengths, and no lists made of
/// numbers, which Fluid would build whole.
/// </summary>
internal static class Templates
{
    /// <summary>The longest text inside a template, and the longest result.</summary>
    public const int LongestText = 10_000;

    private static readonly FluidParser Parser = new();
    private static readonly TemplateOptions Options = TemplateFilters.AddTo(new TemplateOptions
    {
        MaxSteps = 1000,
        MaxRecursion = 20,
        Assigned = (_, value, _) => ValueTask.FromResult(TemplateFilters.Checked(value)),
        Captured = (_, value, _) => ValueTask.FromResult(TemplateFilters.Checked(value)),
    });

    /// <summary>Null with what is wrong when it cannot be used.</summary>
    public static IFluidTemplate? Parse(string text, out string? problem)
    {
        if (!Parser.TryParse(text, out var template, out problem))
        {
            problem = $"is no Liquid template: {problem.Split('\n')[0].Trim()}";
            return null;
        }

        var forbidden = new Forbidden();
        forbidden.VisitTemplate(template);
        problem = forbidden.Found ?? TemplateFilters.UnknownIn(text);
        return problem is null ? template : null;
    }

    /// <exception cref="TemplateException">It does too much, or cannot be filled.</exception>
    public static string Fill(IFluidTemplate template, TemplateContext context)
    {
        using var writer = new BoundedWriter(LongestText);
        try
        {
            // Nothing of it waits: it writes to memory, and filters are computed.
            template.RenderAsync(writer, NullEncoder.Default, context).AsTask().GetAwaiter().GetResult();
            return WholeText.Of(writer.ToString()).Trim();
        }
        catch (Exception error) when (error is not (TemplateException or OutOfMemoryException))
        {
            // Filters of Fluid may throw anything: handleize does of a text that begins with a quote.
            throw new TemplateException(error.Message);
        }
    }

    /// <summary>What a template may name: what the row means, and every column by its plain name.</summary>
    public static TemplateContext Context(Product product)
    {
        var context = new TemplateContext(Options);
        foreach (var (name, value) in product.Item.Fields) context.SetValue(name, Text(value));
        foreach (var (name, value) in Meant(product)) if (value is not null) context.SetValue(name, Text(value));
        context.SetValue("tags", List(product.Tags));
        context.SetValue("categories", List(product.Categories));
        return context;
    }

    private static (string Name, string? Value)[] Meant(Product product) =>
    [
        // Shops write "Oak &amp; brass" into titles, which nobody means as HTML.
        ("key", product.Key), ("title", product.Title is { } title ? PinTexts.Clean(title).Trim() : null),
        ("description", product.Description), ("link", product.Link),
        ("board", product.Board), ("category", product.Categories.Count > 0 ? product.Categories[0] : null), ("price", product.PriceText),
        ("alt_text", product.AltText), ("image", product.Images.Count > 0 ? product.Images[0].Url : null),
    ];

    private static StringValue Text(string value) => new(value.Length <= LongestText ? value : value[..LongestText]);

    private static ArrayValue List(IEnumerable<string> values) => new([.. values.Take(100).Select(Text)]);

    private sealed class Forbidden : AstVisitor
    {
        public string? Found { get; private set; }

        protected override Expression VisitRangeExpression(RangeExpression rangeExpression)
        {
            Found = "has a range such as (1..5), which is not allowed here.";
            return rangeExpression;
        }

        protected override Statement VisitIncludeStatement(IncludeStatement includeStatement) => Refuse(includeStatement, "include");

        protected override Statement VisitRenderStatement(RenderStatement renderStatement) => Refuse(renderStatement, "render");

        protected override Statement VisitFromStatement(FromStatement fromStatement) => Refuse(fromStatement, "from");

        protected override Statement VisitMacroStatement(MacroStatement macroStatement) => Refuse(macroStatement, "macro");

        private Statement Refuse(Statement statement, string name)
        {
            Found = $"has the tag {name}, which is not allowed here.";
            return statement;
        }
    }
}

/// <summary>A template cannot be filled for a row.</summary>
internal sealed class TemplateException(string message) : Exception(message);
