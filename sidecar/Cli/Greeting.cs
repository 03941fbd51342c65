namespace Connector.Cli;

/// <summary>What a start prints; with a first key, also a request to try.</summary>
internal static class Greeting
{
    private const string FirstPin =
        """-d '{"board":"Home decor","title":"Hello","image_url":"https://example.com/hello.jpg","link_url":"https://example.com/"}'""";

    /// <param name="address">Where it is reached.</param>
    /// <param name="dataDirectory">Where its data is.</param>
    /// <param name="firstKey">The key that was just made, if one was.</param>
    /// <param name="signInLink">The path of a link that signs in to the console once; null without a console.</param>
    public static string Text(string address, string dataDirectory, string? firstKey, string? signInLink) => firstKey is null
        ? $"Pinterest Connector listens on {address} (API reference: {address}/scalar)\nIts data is in {dataDirectory}"
        : $$"""
          Pinterest Connector listens on {{address}} (API reference: {{address}}/scalar)
          Its data is in {{dataDirectory}}

          Your first admin key, shown only now:
            {{firstKey}}
          {{SignIn(address, signInLink)}}
          Publish a first pin, in the built-in simulator:
            curl -s {{address}}/v1/pins -H "Authorization: Bearer {{firstKey}}" -H "Content-Type: application/json" {{FirstPin}}

          """;

    private static string SignIn(string address, string? link) => link is null
        ? ""
        : $"""

          In the browser, sign in with this link (good once, for ten minutes; later with the key):
            {address}{link}

          """;
}
