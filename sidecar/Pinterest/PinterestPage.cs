namespace Connector.Pinterest;

/// <summary>One page of a list; there is another while <see cref="Bookmark"/> is not null.</summary>
internal sealed record PinterestPage<T>
{
    public IReadOnlyList<T> Items { get; init => field = value ?? []; } = [];
    public string? Bookmark { get; init; }
}
