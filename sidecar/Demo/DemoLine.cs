using System.Globalization;

namespace Connector.Demo;

/// <summary>One row of the catalogue, and the line of text that shows its state.</summary>
internal sealed record DemoLine(CatalogRow Row, DemoPin? Pin = null, string? Problem = null)
{
    /// <summary>How long the demo watches; a line that waits longer says until when.</summary>
    public static readonly TimeSpan WatchLimit = TimeSpan.FromMinutes(5);

    public string Status => Problem is not null ? "not sent" : Pin?.Status ?? "reading";

    public bool IsPublished => Status == "published";

    /// <summary>Nothing more will happen to this row while somebody watches.</summary>
    public bool IsDone(DateTimeOffset now) => Problem is not null || Pin is { IsFinal: true } || Due > now + WatchLimit;

    /// <summary>Changes when something happened that is worth telling.</summary>
    public string News => $"{Status}/{(Pin is { IsFinal: false } ? Pin.WaitingFor?.Code : null)}";

    public string Text(DateTimeOffset now) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Row.Number,3}  {TextTable.Cut(Row.Title, 46),-46}  {Status,-10}  {Explain(now)}").TrimEnd();

    public string Explain(DateTimeOffset now) => this switch
    {
        { Problem: { } problem } => problem,
        { Pin: { Status: "published" } pin } => $"{(pin.Simulated ? "simulated, " : "")}Pinterest id {pin.PinterestPinId}",
        { Pin: { IsFinal: true } pin } => $"{pin.ErrorMessage} {pin.ErrorRemediation}".Trim(),
        { Pin.WaitingFor: { } wait } => Due is { } due ? $"{wait.Message} Expected {In(due - now)}." : wait.Message,
        { Pin: not null } => Due is { } due ? $"Expected {In(due - now)}." : "",
        _ => "",
    };

    private DateTimeOffset? Due => Pin?.Eta?.ExpectedAt ?? Pin?.Eta?.NotBefore;

    private static string In(TimeSpan left) => left switch
    {
        { TotalSeconds: < 1 } => "now",
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"in {Math.Ceiling(left.TotalSeconds)} s"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"in {Math.Ceiling(left.TotalMinutes)} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"in {Math.Ceiling(left.TotalHours)} h"),
    };
}
