using Connector.Http;

namespace Connector.Agents;

/// <summary>GET /llms.txt: what this is and how a model uses it, as examples/agents/llms.txt has it.</summary>
internal static class LlmsText
{
    private const string Resource = "Connector.Agents.llms.txt";

    // The file names the address of a sidecar on the same machine.
    private static readonly Lazy<string> Text = new(() =>
    {
        using var reader = new StreamReader(typeof(LlmsText).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    });

    public static IResult Write(PublicAddress address) =>
        TypedResults.Text(Text.Value.Replace(ConnectorApp.DefaultUrl, address.Root, StringComparison.Ordinal), "text/plain; charset=utf-8");
}
