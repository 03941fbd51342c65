using System.Collections;
using System.Reflection;

namespace Connector.Http;

/// <summary>
/// A text, or the texts of a list, that can be only one of a few: the API's description shows an enumeration of that name.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class OneOfAttribute : Attribute
{
    /// <param name="set">Its list <c>All</c>, or else its constants, are the values; its name is the enumeration's.</param>
    public OneOfAttribute(Type set) => (Name, Values) = (set.Name, ValuesOf(set));

    public OneOfAttribute(string name, params string[] values) => (Name, Values) = (name, values);

    public string Name { get; set; }

    public IReadOnlyList<string> Values { get; }

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
