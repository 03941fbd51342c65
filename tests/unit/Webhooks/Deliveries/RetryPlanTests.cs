using Connector.Webhooks.Deliveries;

namespace Connector.Tests.Webhooks.Deliveries;

public sealed class RetryPlanTests
{
    private const string Running = """{"message":"The execution \"12\" is running already."}""";
    private const string Finished = """{"message":"The execution \"12\" has finished already."}""";

    [Theory]
    [InlineData(200, "Delivered")]
    [InlineData(201, "Delivered")]
    [InlineData(202, "Delivered")]
    [InlineData(204, "Delivered")]
    [InlineData(299, "Delivered")]
    [InlineData(301, "Again")]
    [InlineData(302, "Again")]
    [InlineData(308, "Again")]
    [InlineData(400, "Again")]
    [InlineData(401, "Again")]
    [InlineData(404, "Again")]
    [InlineData(409, "Again")]
    [InlineData(410, "Gone")]
    [InlineData(429, "Again")]
    [InlineData(500, "Again")]
    [InlineData(503, "Again")]
    [InlineData(null, "Again")]
    public void A_webhooks_answer_decides(int? status, string outcome) =>
        Assert.Equal(outcome, After(new AttemptResult(false, status, Running, null, TimeSpan.Zero, 1), 0).Outcome.ToString());

    [Theory]
    [InlineData(200, "", "Delivered")]
    [InlineData(401, "", "GivenUp")]
    [InlineData(404, "", "GivenUp")]
    [InlineData(410, "", "GivenUp")]
    [InlineData(409, Running, "Again")]
    [InlineData(409, Finished, "GivenUp")]
    [InlineData(409, "something else", "Again")]
    [InlineData(500, "", "Again")]
    [InlineData(null, "", "Again")]
    public void A_callbacks_answer_decides(int? status, string answer, string outcome) =>
        Assert.Equal(outcome, After(new AttemptResult(true, status, answer, null, TimeSpan.Zero, 1), 0).Outcome.ToString());

    [Fact]
    public void Ten_tries_take_about_three_days()
    {
        var delays = new List<TimeSpan>();
        while (After(Failed(500, delays.Count + 1), delays.Count) is { Outcome: DeliveryOutcome.Again } plan) delays.Add(plan.Delay);

        Assert.Equal(
            ["00:00:05", "00:05:00", "00:30:00", "02:00:00", "05:00:00", "10:00:00", "14:00:00", "20:00:00", "1.00:00:00"],
            delays.Select(delay => delay.ToString()));
    }

    [Fact]
    public void Jitter_adds_up_to_a_tenth() =>
        Assert.Equal(TimeSpan.FromMinutes(5.5), RetryPlan.After(Failed(500, number: 2), tries: 1, random: 1).Delay);

    [Theory]
    [InlineData(10, 300)]
    [InlineData(3600, 3600)]
    [InlineData(1_000_000, 86_400)]
    [InlineData(-5, 300)]
    public void A_receiver_may_ask_for_more_time_up_to_a_day(int asked, int waits) =>
        Assert.Equal(
            TimeSpan.FromSeconds(waits), After(Failed(503, number: 2) with { RetryAfter = TimeSpan.FromSeconds(asked) }, tries: 1).Delay);

    [Fact]
    public void A_workflow_that_has_not_reached_its_wait_is_asked_again_soon_and_it_counts_as_no_try()
    {
        var waiting = new AttemptResult(true, 409, Running, null, TimeSpan.FromHours(23), 1);

        var plans = Enumerable.Range(1, 12).Select(number => After(waiting with { Number = number }, tries: 0)).ToList();

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60], plans.Select(plan => plan.Delay.TotalSeconds));
        Assert.All(plans, plan => Assert.False(plan.CountsAsTry));
        var tooOld = waiting with { Age = TimeSpan.FromHours(25), Number = 2000 };
        Assert.Equal(DeliveryOutcome.GivenUp, After(tooOld, tries: 0).Outcome);
    }

    private static DeliveryPlan After(AttemptResult result, int tries) => RetryPlan.After(result, tries, random: 0);

    private static AttemptResult Failed(int status, int number) => new(false, status, "", null, TimeSpan.Zero, number);
}
