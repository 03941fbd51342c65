using FsCheck;
using FsCheck.Fluent;

namespace Connector.Tests.Publishing;

/// <summary>
/// Whatever happens, in whatever order: accepted pins exist, none is on Pinterest twice or unapproved, none is silent, and the limit holds.
/// </summary>
/// <remarks>
/// More of them: PROPERTY_RUNS=2000 dotnet test tests/integration --filter PropertyTests.
/// A failure prints its seed; run just that again with PROPERTY_SEED=seed,gamma,size.
/// </remarks>
public sealed class PropertyTests
{
    [Fact]
    public void Whatever_happens_no_pin_is_lost_and_none_is_published_twice()
    {
        var runs = int.Parse(Environment.GetEnvironmentVariable("PROPERTY_RUNS") ?? "25");
        var config = Config.QuickThrowOnFailure.WithMaxTest(runs).WithEndSize(30);
        if (Environment.GetEnvironmentVariable("PROPERTY_SEED")?.Split(',') is [var seed, var gamma, var size])
            config = config.WithReplay(ulong.Parse(seed), ulong.Parse(gamma), int.Parse(size)).WithMaxTest(1);

        Prop.ForAll(Scenarios(), acts =>
        {
            PlayAsync(acts).GetAwaiter().GetResult();
            return true;
        }).Check(config);
    }

    private static async Task PlayAsync(IReadOnlyList<Act> acts)
    {
        var scenario = new Scenario();
        await scenario.StartAsync();
        await using (scenario) await scenario.PlayAsync(acts);
    }

    private static Arbitrary<Act[]> Scenarios()
    {
        var kind = Gen.Frequency(
            (8, Gen.Constant("publish")), (3, Gen.Constant("twin")), (2, Gen.Constant("repeat")), (6, Gen.Constant("fault")),
            (10, Gen.Constant("step")), (3, Gen.Constant("wait")), (2, Gen.Constant("crash")), (1, Gen.Constant("restart")),
            (1, Gen.Constant("hold")), (2, Gen.Constant("resume")), (1, Gen.Constant("cancel")), (2, Gen.Constant("retry")),
            (2, Gen.Constant("resolve")), (2, Gen.Constant("edit")), (1, Gen.Constant("delete")), (2, Gen.Constant("age")),
            (1, Gen.Constant("jump")), (1, Gen.Constant("ask")), (3, Gen.Constant("approve")), (1, Gen.Constant("reject")));
        var act = from k in kind from argument in Gen.Choose(0, 999) select new Act(k, argument);
        return act.ArrayOf().ToArbitrary();
    }
}
