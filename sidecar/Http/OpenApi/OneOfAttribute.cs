using System.Collections;
using System.Reflection;

namespace Connector.Http.OpenApi;

/// <summary>A text, or the texts of a list, that can be only one of a few: the API's description shows an enumeration of that name.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class OneOfAttribute : Attribute
{
    private readonly IReadOnlyList<string> _values;

    /// <param name="set">Its list <c>All</c>, or else its constants, are the values; its name is the enumeration's.</param>
    public OneOfAttribute(Type set) => (Name, _values) = (set.Name, ValuesOf(set));

    public OneOfAttribute(string name, params string[] values) => (Name, _values) = (name, values);

    public string Name { get; set; }

    /// <summary>A value that is never given.</summary>
    public string? Except { get; set; }

    public IEnumerable<string> Values => _values.Where(value => value != Except);

    private static IReadOnlyList<string> ValuesOf(Type set)
    {
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return set.GetField("All", Static)?.GetValue(null) switch
        {
            IEnumerable<string> all => [.. all],
            IDictionary named => [.. named.Keys.Cast<string>()],
            _ => [.. set.GetFields(Static).Where(field => field is { IsLiteral: true, IsPrivate: false }).Select(Text).OfType<string>()],
        };

        static string? Text(FieldInfo constant) => constant.GetRawConstantValue() as string;
    }
}
