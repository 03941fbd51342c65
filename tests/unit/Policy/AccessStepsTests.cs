using Connector.Accounts;
using Connector.Pinterest;
using Connector.Policy;
using Connector.Policy.Access;

namespace Connector.Tests.Policy;

public sealed class AccessStepsTests
{
    private static readonly string[] AllScopes = [.. PinterestScopes.Needed.Select(scope => scope.Name)];

    [Theory]
    [InlineData("business_account", "BUSINESS", "done")]
    [InlineData("business_account", "PINNER", "missing")]
    [InlineData("business_account", null, "by_hand")]
    public void An_account_says_itself_whether_it_is_a_business(string code, string? type, string state) =>
        Assert.Equal(state, State(code, Account(PinterestEnvironment.Production) with { AccountType = type }));

    [Theory]
    [InlineData("simulated_pin", "Simulator", "done")]
    [InlineData("simulated_pin", "Sandbox", "missing")]
    [InlineData("sandbox_pin", "Sandbox", "done")]
    [InlineData("sandbox_pin", "Simulator", "missing")]
    public void A_pin_counts_where_it_was_published(string code, string environment, string state) =>
        Assert.Equal(state, State(code, Account(Enum.Parse<PinterestEnvironment>(environment)) with { Published = 1 }));

    [Fact]
    public void A_scope_that_was_not_granted_is_named()
    {
        var account = Account(PinterestEnvironment.Sandbox) with { Scopes = [.. AllScopes.Where(scope => scope != "pins:write")] };

        var step = Steps(new PolicyOptions(), account).Single(each => each.Code == "scopes");

        Assert.Equal("missing", step.State);
        Assert.EndsWith("Lacking: pins:write.", step.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void With_nothing_at_all_no_step_is_done() => Assert.DoesNotContain(Steps(new PolicyOptions()), step => step.State == "done");

    private static string State(string code, PolicyAccount account) =>
        Steps(new PolicyOptions(), account).Single(each => each.Code == code).State;

    private static IReadOnlyList<AccessStep> Steps(PolicyOptions said, params PolicyAccount[] accounts) => AccessSteps.Of(
        said, new PinterestApp { RedirectUri = "http://127.0.0.1:5280/oauth/callback", StoredApps = [] }, accounts, consented: false);

    private static PolicyAccount Account(PinterestEnvironment environment) =>
        new() { Id = "acc_1", Name = "Lamps", Environment = environment, Scopes = AllScopes };
}
