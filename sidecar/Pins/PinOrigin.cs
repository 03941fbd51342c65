namespace Connector.Pins;

/// <summary>What a pin was made of, kept in its metadata, so that what does well can be told by product and by template.</summary>
internal static class PinOrigin
{
    public const string Product = "product_key", Template = "template", VariationOf = "variation_of";

    private const int Longest = 500;

    /// <summary>Null when nothing of it is known.</summary>
    public static Dictionary<string, string?>? Of(string? product, string? template, string? variationOf = null)
    {
        var known = new Dictionary<string, string?>();
        foreach (var (name, value) in new[] { (Product, product), (Template, template), (VariationOf, variationOf) })
            if (!string.IsNullOrEmpty(value)) known[name] = value.Length <= Longest ? value : value[..Longest];
        return known.Count > 0 ? known : null;
    }
}
