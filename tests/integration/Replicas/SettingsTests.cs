using System.Diagnostics;
using Connector.Pacing;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Replicas;

/// <summary>What is set at one replica counts at the others within a second.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Postgres)]
public sealed class SettingsTests
{
    private const int Times = 5;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rules_of_an_account_that_are_set_at_one_replica_are_kept_by_the_one_that_works_it(bool withoutNews)
    {
        await using var world = await ReplicaWorld.StartAsync(2);
        var account = (await world.AccountsAsync(1))[0];
        var pace = world[1].Services.GetRequiredService<PaceLedger>();
        Assert.DoesNotContain("pins_per_day", pace.RulesOf(account));
        if (withoutNews) world.LoseNews();

        var spans = new List<TimeSpan>();
        for (var i = 0; i < Times; i++)
        {
            spans.Add(await UntilAsync(7, () => pace.RulesOf(account).Contains("pins_per_day")));
            spans.Add(await UntilAsync(null, () => !pace.RulesOf(account).Contains("pins_per_day")));
        }

        // One may be late on a busy machine.
        Assert.True(spans.Order().ElementAt(Times) < TimeSpan.FromSeconds(1), string.Join(", ", spans));

        async Task<TimeSpan> UntilAsync(int? pinsPerDay, Func<bool> isKnown)
        {
            await world[0].SetAsync(account, new { pins_per_day = pinsPerDay });
            var begun = Stopwatch.GetTimestamp();
            await Eventually.TrueAsync(isKnown);
            return Stopwatch.GetElapsedTime(begun);
        }
    }
}
