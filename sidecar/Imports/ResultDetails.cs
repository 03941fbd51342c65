using System.Text.Json;
using Connector.Http;
using Connector.Pins;

namespace Connector.Imports;

/// <summary>What else there is to say about a row, as it is stored.</summary>
internal sealed record ResultDetails
{
    public ImportProblem? Problem { get; init; }

    public IReadOnlyList<Check>? Warnings { get; init; }

    public ImportedPin? Pin { get; init; }

    public static ResultDetails Read(string? json) =>
        json is null ? new ResultDetails() : JsonSerializer.Deserialize<ResultDetails>(json, Json.Options)!;

    /// <summary>Null when there is nothing to say.</summary>
    public string? Store() => Problem is null && Pin is null && Warnings is not { Count: > 0 }
        ? null
        : JsonSerializer.Serialize(this, Json.Options);
}

/// <summary>What is wrong with a row, or why it was left out.</summary>
public sealed record ImportProblem(string Code, string Message, string? Remediation)
{
    internal static ImportProblem Of(Problem problem) => new(problem.Code, problem.Detail, problem.Remediation);
}

/// <summary>The pin that a row would become.</summary>
public sealed record ImportedPin
{
    public string? Board { get; init; }
    public string? BoardId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? AltText { get; init; }
    public string? LinkUrl { get; init; }
    public string? ImageUrl { get; init; }
    public string? VideoUrl { get; init; }
    /// <summary>The addresses of a carousel's pictures.</summary>
    public IReadOnlyList<string>? Carousel { get; init; }
    public DateTimeOffset? PublishAt { get; init; }

    internal static ImportedPin Of(CreatePinRequest pin, string? boardId) => new()
    {
        Board = pin.Board,
        BoardId = boardId,
        Title = pin.Title,
        Description = pin.Description,
        AltText = pin.AltText,
        LinkUrl = pin.LinkUrl,
        ImageUrl = pin.ImageUrl,
        VideoUrl = pin.VideoUrl,
        Carousel = pin.Carousel?.Select(slide => slide.ImageUrl!).ToList(),
        PublishAt = pin.PublishAt,
    };
}
