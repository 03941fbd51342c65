using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Connector.Tests.Support.OpenApi;

/// <summary>YAML as a JSON tree: plain scalars by what they look like, quoted ones as text.</summary>
public static class YamlTree
{
    public static JsonNode Read(TextReader yaml)
    {
        var stream = new YamlStream();
        stream.Load(yaml);
        return Convert(stream.Documents[0].RootNode)!;
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map =>
            new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value!),
        YamlScalarNode text => JsonValue.Create(text.Value),
        _ => throw new InvalidDataException($"Unexpected {node.NodeType}."),
    };

    private static JsonValue? Plain(string text) =>
        text is "null" or "~" or "" ? null
        : bool.TryParse(text, out var flag) ? JsonValue.Create(flag)
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : JsonValue.Create(text);
}
