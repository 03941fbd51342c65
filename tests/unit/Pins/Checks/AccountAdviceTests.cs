using Connector.Pins.Checks;
using Connector.Pinterest;

namespace Connector.Tests.Pins.Checks;

public sealed class AccountAdviceTests
{
    [Theory]
    [InlineData(PinterestEnvironment.Production, "Trial", "trial_access")]
    [InlineData(PinterestEnvironment.Production, "Standard", null)]
    [InlineData(PinterestEnvironment.Sandbox, "Trial", null)]
    [InlineData(PinterestEnvironment.Simulator, "Trial", null)]
    public void Only_pins_of_a_trial_app_in_production_go_unseen(PinterestEnvironment environment, string tier, string? code) =>
        Assert.Equal(code, AccountAdvice.OfTier(environment, Enum.Parse<AccessTier>(tier)).Code);
}
