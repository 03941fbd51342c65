using Connector.Assets;
using Connector.Assets.Conversion;
using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Assets;

public sealed class ConversionQueueTests
{
    [Fact]
    public async Task A_few_run_at_once_others_wait_in_order_and_more_are_refused()
    {
        using var queue = new ConversionQueue(Options.Create(new ImageOptions { AtOnce = 2, Waiting = 2 }));
        var ends = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource<int>()).ToList();
        var begun = new List<int>();

        var runs = ends.Select((end, index) => queue.RunAsync(() => Begin(index, end), CancellationToken.None)).ToList();
        var refused = await Assert.ThrowsAsync<ProblemException>(() => queue.RunAsync(() => Task.FromResult(0), CancellationToken.None));

        Assert.Equal((503, "conversion_busy"), (refused.Problem.Status, refused.Problem.Code));
        Assert.Equal([0, 1], begun);
        foreach (var (index, end) in ends.Index())
        {
            end.SetResult(index);
            Assert.Equal(index, await runs[index]);
        }

        Assert.Equal([0, 1, 2, 3], begun);
        Assert.Equal(7, await queue.RunAsync(() => Task.FromResult(7), CancellationToken.None));

        Task<int> Begin(int index, TaskCompletionSource<int> end)
        {
            begun.Add(index);
            return end.Task;
        }
    }

    [Fact]
    public async Task Who_goes_away_while_waiting_frees_the_place()
    {
        using var queue = new ConversionQueue(Options.Create(new ImageOptions { AtOnce = 1, Waiting = 1 }));
        var end = new TaskCompletionSource<int>();
        using var gone = new CancellationTokenSource();
        var first = queue.RunAsync(() => end.Task, CancellationToken.None);
        var second = queue.RunAsync(() => Task.FromResult(2), gone.Token);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = queue.RunAsync(() => Task.FromResult(3), CancellationToken.None);
        end.SetResult(1);

        Assert.Equal((1, 3), (await first, await third));
    }
}
