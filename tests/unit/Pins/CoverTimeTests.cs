using Connector.Pins;

namespace Connector.Tests.Pins;

public sealed class CoverTimeTests
{
    [Theory]
    [InlineData(30, 6.0, "Give a second from 0 to 5")]
    [InlineData(6, 6.0, "Give a second from 0 to 5")]
    [InlineData(7, 6.4, "Give a second from 0 to 6")]
    [InlineData(6, 6.4, null)]
    [InlineData(5, 6.0, null)]
    [InlineData(0, 0.2, null)]
    [InlineData(900, null, null)]
    [InlineData(null, 6.0, null)]
    public void A_cover_is_taken_from_a_second_that_the_film_has(int? second, double? length, string? advice)
    {
        var problem = CoverTime.ProblemOf(second, length is { } film ? TimeSpan.FromSeconds(film) : null);

        Assert.Equal(advice is not null, problem is not null);
        Assert.StartsWith(advice ?? "", problem?.Remediation ?? "", StringComparison.Ordinal);
        Assert.All(problem?.Errors?["cover_time_seconds"] ?? [], text => Assert.Contains($"is {second}", text, StringComparison.Ordinal));
    }
}
