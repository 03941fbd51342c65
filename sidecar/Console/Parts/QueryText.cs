namespace Connector.Console.Parts;

/// <summary>The address of the page with one value changed.</summary>
internal static class QueryText
{
    /// <param name="http">The request.</param>
    /// <param name="name">Of the value.</param>
    /// <param name="value">Null takes it out.</param>
    public static string With(HttpContext http, string name, string? value)
    {
        var values = Others(http, name).Append((name, value ?? "")).Where(each => each.Item2.Length > 0);
        return $"{http.Request.Path}{QueryString.Create(values.Select(each => KeyValuePair.Create(each.Item1, (string?)each.Item2)))}";
    }

    /// <summary>The values of the address without these.</summary>
    public static IEnumerable<(string Name, string Value)> Others(HttpContext http, params string[] without) =>
        from each in http.Request.Query
        where !without.Contains(each.Key)
        from value in each.Value
        where !string.IsNullOrEmpty(value)
        select (each.Key, value);
}
