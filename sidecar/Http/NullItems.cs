using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace Connector.Http;

/// <summary>
/// Refuses null in a list, wherever the list is in a request. The serializer cannot: it does not know whether an element may be null.
/// </summary>
internal static class NullItems
{
    public static void Refuse(JsonTypeInfo type)
    {
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType.IsValueType: false }) type.OnDeserialized = RefuseIn;
    }

    private static void RefuseIn(object list)
    {
        foreach (var (index, item) in ((IEnumerable)list).Cast<object?>().Index())
            if (item is null) throw new NullItemException(index);
    }
}
