using Connector.Outgoing;

namespace Connector.Tests.Outgoing;

public sealed class OutgoingProblemTests
{
    [Fact]
    public void A_refused_url_names_its_field()
    {
        var problem = OutgoingProblem.NotAllowed("callback_url", "Port 22 is not allowed.").Problem;

        Assert.Equal((422, "url_not_allowed", "Port 22 is not allowed."), (problem.Status, problem.Code, problem.Detail));
        Assert.Equal(["Port 22 is not allowed."], problem.Errors!["callback_url"]);
    }
}
