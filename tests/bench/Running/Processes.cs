using System.Collections.Concurrent;
using System.Diagnostics;

namespace Connector.Bench.Running;

/// <summary>The processes that a run has started: none of them outlives it.</summary>
internal static class Processes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<Process, bool> Running = new();
    private static volatile bool _isOver;

    public static Process Start(ProcessStartInfo info)
    {
        if (_isOver) throw new InvalidOperationException("The run has been ended.");
        var process = Process.Start(info)!;
        Running[process] = true;
        return process;
    }

    /// <summary>Ends it at once, as a machine without power would.</summary>
    public static void Kill(Process process)
    {
        if (!Running.TryRemove(process, out _)) return;
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>Asks it to end, for a server that has processes and memory of its own to clear away.</summary>
    public static void End(Process process)
    {
        if (Running.ContainsKey(process) && !process.HasExited)
        {
            using var asked = Process.Start("kill", ["-INT", $"{process.Id}"]);
            asked.WaitForExit();
            process.WaitForExit(Patience);
        }

        Kill(process);
    }

    /// <summary>The end of the run: nothing is started any more.</summary>
    public static void EndAll()
    {
        _isOver = true;
        foreach (var process in Running.Keys) End(process);
    }

    /// <summary>Runs a program to its end; throws what it said when it fails.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Running.TryRemove(process, out _);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed:\n{string.Concat(said)}");
    }
}
