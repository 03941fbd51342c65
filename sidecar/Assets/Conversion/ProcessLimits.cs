using System.Runtime.InteropServices;

namespace Connector.Assets.Conversion;

/// <summary>Limits that the system holds a process to, whatever code in it does.</summary>
/// <remarks>https://man7.org/linux/man-pages/man2/setrlimit.2.html</remarks>
internal static class ProcessLimits
{
    private const int ProcessorTime = 0, Data = 2, CoreFile = 4;
    private const int NotPermitted = 1;

    /// <summary>Limits this process; a picture that needs more ends it.</summary>
    public static void Set(long memoryBytes, int seconds)
    {
        // Windows has no such call; macOS has it and does not hold memory to it.
        if (OperatingSystem.IsWindows()) return;

        Limit(Data, memoryBytes);
        Limit(CoreFile, 0);
        // Ends it also when the sidecar that would have stopped it is gone.
        Limit(ProcessorTime, seconds);
        // Where all memory is used up, the system ends this process and not the sidecar.
        if (OperatingSystem.IsLinux()) EndFirst("/proc/self/oom_score_adj");
    }

    /// <summary>Some containers do not let a process change this: then it is one among others.</summary>
    internal static void EndFirst(string file)
    {
        try
        {
            File.WriteAllText(file, "1000");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The picture is converted all the same: the other limits hold.
        }
    }

    private static void Limit(int resource, long most)
    {
        var value = new Value((nuint)most, (nuint)most);
        // Not permitted: whoever started the sidecar has set a lower limit.
        if (SetLimit(resource, in value) != 0 && Marshal.GetLastPInvokeError() is not NotPermitted)
            throw new InvalidOperationException($"Limit {resource} cannot be set to {most}.");
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static extern int SetLimit(int resource, in Value value);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Value(nuint soft, nuint hard)
    {
        public readonly nuint Soft = soft;
        public readonly nuint Hard = hard;
    }
}
