using System.Text;
using Connector.Pinterest;
using Connector.Pinterest.Client;
using Connector.Pinterest.Errors;
using Connector.Publishing.Worker;

namespace Connector.Tests.Pinterest.Errors;

public sealed class CreateRefusalsTests
{
    // What Pinterest's description of POST /pins lists.
    private static readonly int[] Documented = [400, 401, 403, 404, 429];

    public static TheoryData<string> Bodies =>
    [
        "", "<html></html>", "{}", """{"id":""}""", """{"code":1,"message":"Invalid request: something"}""",
        """{"code":2,"message":"Authentication failed."}""", """{"code":8,"message":"This request exceeded a rate limit."}""",
        """{"code":9,"message":"Sorry! We blocked this link because it may lead to spam."}""",
        """{"code":409,"message":"Could not get exclusive access to the board."}""",
    ];

    /// <summary>The rule: refused when Pinterest documents the answer for the call, and in doubt otherwise, whatever it says.</summary>
    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_answer_without_an_id_that_Pinterest_does_not_document_leaves_the_outcome_unknown(string body)
    {
        var expected = Enumerable.Range(100, 900)
            .ToDictionary(status => status, status => Documented.Contains(status) ? "refused" : "unknown");

        Assert.Equal(expected, expected.Keys.ToDictionary(status => status, status => OutcomeOf(status, body)));
    }

    [Theory]
    [InlineData(409, FailureKind.Undocumented)]
    [InlineData(302, FailureKind.Undocumented)]
    [InlineData(408, FailureKind.Undocumented)]
    [InlineData(503, FailureKind.ServerError)]
    [InlineData(404, FailureKind.NotFound)]
    [InlineData(429, FailureKind.RateLimited)]
    internal void A_doubt_says_whether_Pinterest_failed_or_said_something_strange(int status, FailureKind expected) =>
        Assert.Equal(expected, CreateRefusals.Classify(status, null, ""));

    private static string OutcomeOf(int status, string body)
    {
        var rates = new RateReading([], null, null, null, Refused: false) { At = DateTimeOffset.UnixEpoch };
        var answer = new PinterestResponse(status, Encoding.UTF8.GetBytes(body), "rid", rates);
        var failure = answer.IsSuccess
            ? Assert.Throws<PinterestException>(() => answer.Read<PinterestPin>(pin => pin.Id.Length > 0))
            : answer.ToException(CreateRefusals.Classify);
        return AttemptDecision.Of(failure.Failure, triesLeft: 5, tries: 0, new Random(1)).Outcome;
    }
}
