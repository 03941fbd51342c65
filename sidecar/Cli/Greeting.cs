namespace Connector.Cli;

/// <summary>What a start prints; with a first key, also a request to try.</summary>
internal static class Greeting
{
    private const string FirstPin =
        """-d '{"board":"Home decor","title":"Hello","image_url":"https://example.com/hello.jpg","link_url":"https://example.com/"}'""";

    public static string Text(string address, string dataDirectory, string? firstKey) => firstKey is null
        ? $"Pinterest Connector listens on {address} (API reference: {address}/scalar)\nIts data is in {dataDirectory}"
        : $$"""
          Pinterest Connector listens on {{address}} (API reference: {{address}}/scalar)
          Its data is in {{dataDirectory}}

          Your first admin key, shown only now:
            {{firstKey}}

          Publish a first pin, in the built-in simulator:
            curl -s {{address}}/v1/pins -H "Authorization: Bearer {{firstKey}}" -H "Content-Type: application/json" {{FirstPin}}

          """;
}
