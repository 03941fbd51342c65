using Connector.Http;

namespace Connector.Tests.Http;

public sealed class ProblemsTests
{
    [Fact]
    public void A_request_that_comes_too_slowly_is_told_what_happened_and_what_to_do()
    {
        var problem = Problems.OfStatus(408);

        Assert.Equal((408, "request_failed"), (problem.Status, problem.Code));
        Assert.Contains("nothing was accepted", problem.Detail, StringComparison.Ordinal);
        Assert.StartsWith("Send the request again", problem.Remediation, StringComparison.Ordinal);
    }
}
