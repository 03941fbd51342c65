using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>The same through the API, as a command to copy; the key is left for its reader to put in.</summary>
public partial class Curl
{
    private string _id = "";

    /// <summary>Such as POST.</summary>
    [Parameter]
    public string Method { get; set; } = "GET";

    /// <summary>With its query, such as <c>/v1/pins?status=failed</c>.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    /// <summary>JSON, if the operation takes a body.</summary>
    [Parameter]
    public string? Body { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    // Counted, so that a page that did not change is the same text again.
    protected override void OnInitialized()
    {
        var count = Http.Items[typeof(Curl)] is int known ? known + 1 : 1;
        Http.Items[typeof(Curl)] = count;
        _id = $"curl-{count}";
    }

    private string Text => string.Join(" \\\n  ", Parts);

    private IEnumerable<string> Parts
    {
        get
        {
            var address = $"{Http.Request.Scheme}://{Http.Request.Host}{Path}";
            yield return $"curl -s{(Method == "GET" ? "" : $" -X {Method}")} {Quoted(address)}";
            yield return "-H \"Authorization: Bearer $CONNECTOR_KEY\"";
            if (Body is null) yield break;

            yield return "-H 'Content-Type: application/json'";
            yield return $"-d {Quoted(Body)}";
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
