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
public sealed record ImportProblem
{
    /// <summary>For programs: row_invalid, row_skipped, or the code with which the pin is refused.</summary>
    public required string Code { get; init; }
    /// <summary>What is wrong, or why the row was left out.</summary>
    public required string Message { get; init; }
    /// <summary>What to do about it.</summary>
    public string? Remediation { get; init; }

    internal static ImportProblem Of(Problem problem) => Of(problem.Code, problem.Detail, problem.Remediation);

    internal static ImportProblem Of(string code, string message, string? remediation) =>
        new() { Code = code, Message = message, Remediation = remediation };
}

/// <summary>The pin that a row would become.</summary>
public sealed record ImportedPin
{
    /// <summary>The board as it was named.</summary>
    public string? Board { get; init; }
    /// <summary>Pinterest's id of it; null for one that would be made first.</summary>
    public string? BoardId { get; init; }
    /// <summary>Shown under the picture.</summary>
    public string? Title { get; init; }
    /// <summary>Pinterest searches it.</summary>
    public string? Description { get; init; }
    /// <summary>For people who cannot see the picture.</summary>
    public string? AltText { get; init; }
    /// <summary>Where a click leads.</summary>
    public string? LinkUrl { get; init; }
    /// <summary>The address of the picture.</summary>
    public string? ImageUrl { get; init; }
    /// <summary>The address of the video.</summary>
    public string? VideoUrl { get; init; }
    /// <summary>The addresses of a carousel's pictures.</summary>
    public IReadOnlyList<string>? Carousel { get; init; }
    /// <summary>The time that the row says, or that its place in the season gives it.</summary>
    public DateTimeOffset? PublishAt { get; init; }
    /// <summary>The day of the event that it is for.</summary>
    public DateOnly? EventDate { get; init; }
    /// <summary>How many days before event_date the season begins; null for 75.</summary>
    public int? LeadDays { get; init; }

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
        PublishAt = pin.PublishAt ?? pin.SpreadAt,
        EventDate = pin.EventDate,
        LeadDays = pin.LeadDays,
    };
}
