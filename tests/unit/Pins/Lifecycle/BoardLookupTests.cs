using Connector.Pins.Lifecycle;

namespace Connector.Tests.Pins.Lifecycle;

public sealed class BoardLookupTests
{
    private static readonly BoardLookup Several = new()
    {
        Result = BoardLookup.Several,
        Candidates = [new Candidate("1", "fingerprint"), new Candidate("2", "resemblance")],
    };

    [Theory]
    [InlineData("1", "1")]
    [InlineData("3", "")]
    [InlineData(null, "")]
    public void Of_the_candidates_only_the_resolved_pin_stays(string? resolvedAs, string stays)
    {
        var evidence = BoardLookup.WithoutForeignPins(BoardLookup.Write([Several]), resolvedAs);

        Assert.Equal(stays, string.Concat(BoardLookup.Read(evidence)[0].Candidates.Select(candidate => candidate.PinterestPinId)));
    }

    [Fact]
    public void Evidence_of_an_earlier_version_is_read_though_it_had_more_fields()
    {
        const string Candidate = """{"pinterest_pin_id":"7","created_at":null,"matched_by":"marker"}""";
        const string Evidence = $$"""[{"at":"2026-11-02T09:00:00Z","result":"found","candidates":[{{Candidate}}]}]""";

        Assert.Equal("7", BoardLookup.Read(Evidence)[0].Candidates[0].PinterestPinId);
    }
}
