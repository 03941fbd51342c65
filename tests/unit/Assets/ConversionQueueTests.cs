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
        var begins = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource()).ToList();
        var ends = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource<int>()).ToList();

        var runs = ends.Select((end, index) => queue.RunAsync(() => Begin(index, end), CancellationToken.None)).ToList();
        var refused = await Assert.ThrowsAsync<ProblemException>(() => queue.RunAsync(() => Task.FromResult(0), CancellationToken.None));

        Assert.Equal((503, "conversion_busy"), (refused.Problem.Status, refused.Problem.Code));
        Assert.Equal([true, true, false, false], Begun());
        ends[0].SetResult(0);
        await begins[2].Task;
        Assert.Equal([true, true, true, false], Begun());
        foreach (var end in ends.Skip(1)) end.SetResult(0);
        await Task.WhenAll(runs);
        Assert.Equal(7, await queue.RunAsync(() => Task.FromResult(7), CancellationToken.None));

        Task<int> Begin(int index, TaskCompletionSource<int> end)
        {
            begins[index].SetResult();
            return end.Task;
        }

        IEnumerable<bool> Begun() => begins.Select(begin => begin.Task.IsCompleted);
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
