namespace Connector.Demo;

/// <summary>The steps of the demo: connect, make boards, publish every row, watch, report.</summary>
internal sealed class DemoRun(
    DemoClient client, CatalogFile catalog, IReadOnlyList<CatalogRow> rows, LiveLines screen, TextWriter output, int width,
    DemoClock clock)
{
    private readonly DemoLine[] _lines = [.. rows.Select(row => new DemoLine(row, Problem: row.Problem))];

    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var account = await client.ConnectAsync("Demo shop", cancellation);
        await CreateBoardsAsync(account, cancellation);
        output.WriteLine();
        await PublishAsync(account, cancellation);
        var isDone = await WatchAsync(account, cancellation);
        await ReportAsync(account, cancellation);
        return isDone;
    }

    private async Task CreateBoardsAsync(string account, CancellationToken cancellation)
    {
        var boards = rows.Where(r => r.Problem is null).Select(r => r.Board).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var board in boards)
        {
            try
            {
                await client.CreateBoardAsync(account, board, cancellation);
            }
            catch (DemoRefusedException refused)
            {
                foreach (var (i, line) in _lines.Index())
                {
                    if (line.Row.Board.Equals(board, StringComparison.OrdinalIgnoreCase))
                        _lines[i] = line with { Problem = line.Problem ?? $"The board {board} was refused: {refused.Message}" };
                }
            }
        }

        output.WriteLine($"Connected the account \"Demo shop\" with the boards {string.Join(", ", boards)}.");
    }

    private async Task PublishAsync(string account, CancellationToken cancellation)
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            screen.Show(_lines, clock.GetUtcNow());
            if (_lines[i].Problem is null) _lines[i] = await PublishAsync(account, _lines[i].Row, cancellation);
        }
    }

    private async Task<DemoLine> PublishAsync(string account, CatalogRow row, CancellationToken cancellation)
    {
        try
        {
            var media = new List<DemoMedia>();
            foreach (var name in row.Media)
            {
                if (CatalogRow.IsUrl(name))
                {
                    media.Add(new DemoMedia(name, null));
                    continue;
                }

                var (file, problem) = catalog.Find(name);
                if (problem is not null) return new DemoLine(row, Problem: problem);
                media.Add(new DemoMedia(null, await client.GiveAsync(file, cancellation)));
            }

            return new DemoLine(row, await client.PublishAsync(account, row, media, cancellation));
        }
        catch (DemoRefusedException refused)
        {
            return new DemoLine(row, Problem: refused.Message);
        }
    }

    /// <summary>Watches until every row is done; false when nothing changed for too long.</summary>
    private async Task<bool> WatchAsync(string account, CancellationToken cancellation)
    {
        var (moved, movedAt) = ("", clock.GetUtcNow());
        while (true)
        {
            var pins = (await client.PinsAsync(account, cancellation)).ToDictionary(p => p.Id);
            for (var i = 0; i < _lines.Length; i++)
                _lines[i] = _lines[i] with { Pin = _lines[i].Pin is { } pin ? pins.GetValueOrDefault(pin.Id, pin) : null };

            var now = clock.GetUtcNow();
            screen.Show(_lines, now);
            if (_lines.FirstOrDefault(line => !line.IsDone(now)) is not { } next) return true;

            var state = string.Join(' ', _lines.Select(line => $"{line.News}{line.Pin?.AttemptCount}"));
            if (state != moved) (moved, movedAt) = (state, now);
            if (now - movedAt > DemoLine.WatchLimit) return false;

            // This is also how often the display is redrawn.
            await client.WaitAsync(next.Pin!.Id, TimeSpan.FromSeconds(1), cancellation);
        }
    }

    private async Task ReportAsync(string account, CancellationToken cancellation)
    {
        output.WriteLine();
        output.Write(ResultTable.OfRows(_lines, clock.GetUtcNow(), width));
        var published = _lines.Where(line => line.IsPublished).ToList();
        if (published.Count > 0) await ReportFiguresAsync(account, published, cancellation);
        output.WriteLine($"\n{published.Count} of {_lines.Length} rows were published.");
    }

    private async Task ReportFiguresAsync(string account, List<DemoLine> published, CancellationToken cancellation)
    {
        try
        {
            clock.Pass(TimeSpan.FromDays(7));
            var figures = await client.FiguresAsync(account, published.Select(line => line.Pin!.Id), cancellation);
            output.WriteLine(
                "\nWhat people did with them, as the metrics API reports it. Pinterest's figures are two days late, so a week has passed "
                    + "on the demo's clock; the figures are the simulator's:\n");
            output.Write(ResultTable.OfFigures(published, figures, width));
        }
        catch (DemoRefusedException refused)
        {
            output.WriteLine($"\nThe figures cannot be read: {refused.Message}");
        }
    }
}
