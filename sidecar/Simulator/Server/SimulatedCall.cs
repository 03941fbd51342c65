using System.Globalization;
using System.Text.Json;
using Connector.Simulator.Api;
using Connector.Simulator.Media;
using Connector.Simulator.State;

namespace Connector.Simulator.Server;

/// <summary>One authenticated request while it is being served.</summary>
internal sealed class SimulatedCall(HttpContext http, string operation, SimulatedAccount account)
{
    public string Operation { get; } = operation;
    public SimulatedAccount Account { get; } = account;
    public JsonElement Body { get; private set; }

    /// <summary>The caller has gone away.</summary>
    public CancellationToken Gone => http.RequestAborted;

    /// <summary>The pictures that were fetched, by their addresses.</summary>
    public IReadOnlyDictionary<string, FetchedPicture> Pictures { get; set; } = new Dictionary<string, FetchedPicture>();

    /// <summary>New pins stay out of listings for so long.</summary>
    public TimeSpan ListingLag { get; set; }

    /// <summary>Listings come in no order.</summary>
    public bool Shuffled { get; set; }

    /// <summary>The listing changes before this page of it is read.</summary>
    public bool Moves { get; set; }

    /// <summary>Pages hold no more than this.</summary>
    public int LongestPage { get; set; } = int.MaxValue;

    /// <summary>What becomes of a new pin's link.</summary>
    public Func<string?, string?> StoredLink { get; set; } = link => link;

    /// <summary>What becomes of a new pin's texts.</summary>
    public Func<string?, string?> StoredText { get; set; } = text => text;

    /// <summary>A change of a pin is answered like any other, and not made.</summary>
    public bool IgnoresEdit { get; set; }

    /// <summary>A refresh token that is being replaced stays good for so long.</summary>
    public TimeSpan RefreshGrace { get; set; }

    /// <summary>For so long a refresh token that is being replaced gets the answer it gets now.</summary>
    public TimeSpan RefreshRepeats { get; set; }

    /// <summary>The person says no on the consent page, whatever was pressed.</summary>
    public bool DeniesConsent { get; set; }

    /// <summary>A scope that is not granted, though it was asked for.</summary>
    public string? LackingScope { get; set; }

    /// <summary>The browser comes back from the consent page with a state that nobody sent.</summary>
    public bool MixesState { get; set; }

    /// <summary>The connection breaks in the middle of an upload.</summary>
    public bool UploadBreaks { get; set; }

    /// <summary>An upload is answered like any other, and then lost.</summary>
    public bool UploadIsLost { get; set; }

    /// <summary>What is uploaded cannot be processed.</summary>
    public bool ProcessingFails { get; set; }

    /// <summary>Some items of a feed are wrong.</summary>
    public bool FindsIssues { get; set; }

    /// <summary>How long processing takes, when not as long as usual; infinite for ever.</summary>
    public TimeSpan? ProcessingTakes { get; set; }

    /// <summary>An address of this server, with the host name that the caller used.</summary>
    public string Here(string path) => $"{http.Request.Scheme}://{http.Request.Host}{path}";

    public string Route(string name) => (string)http.Request.RouteValues[name]!;

    public string? Query(string name) => http.Request.Query[name] is { Count: > 0 } values ? values.ToString() : null;

    public int Number(string name, int otherwise, int from, int to)
    {
        if (Query(name) is not { } text) return otherwise;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw Refusal.Invalid($"'{name}' must be between {from} and {to}");
    }

    public string OneOf(string name, string otherwise, params string[] values)
    {
        var value = Query(name) ?? otherwise;
        return values.Contains(value) ? value : throw Refusal.Invalid($"'{value}' is not one of {string.Join(", ", values)}");
    }

    /// <summary>What a parameter lists, repeated or separated by commas; each must be one of the values, where they are given.</summary>
    public List<string> List(string name, IReadOnlyList<string>? values = null)
    {
        var all = http.Request.Query[name].SelectMany(value => (value ?? "").Split(',')).Where(value => value.Length > 0).ToList();
        return all.Find(value => values?.Contains(value) == false) is { } strange
            ? throw Refusal.Invalid($"'{strange}' is not one of {string.Join(", ", values!)}")
            : all;
    }

    public async Task ReadBodyAsync()
    {
        // Some operations take no body.
        if (http.Request.ContentLength == 0) return;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsDelete(http.Request.Method)) return;
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            Body = json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.Clone()
                : throw Refusal.Invalid("the body is not a JSON object");
        }
        catch (JsonException)
        {
            throw Refusal.Invalid("the body is not JSON");
        }
    }
}

/// <summary>A call that began without an access token and now knows whom it is about.</summary>
internal sealed record BegunCall(SimulatedCall Call, Func<SimulatedCall, SimulatorResponse> Handle)
{
    /// <summary>Takes what is left of the request, before it is handled.</summary>
    public Func<SimulatedCall, Task> ReadAsync { get; init; } = _ => Task.CompletedTask;
}
