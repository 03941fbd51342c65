namespace Connector.Imports.Reading;

/// <summary>Has what rows leave behind in memory collected soon, so that a large file needs little; see decision 127.</summary>
internal sealed class GarbageBound
{
    private const long Most = 4 * 1024 * 1024;

    // What outlived one collection is garbage at the next; what is older is left to the runtime.
    private const int Generation = 1;

    private long _allocated = GC.GetTotalAllocatedBytes();

    /// <summary>To be called after each row.</summary>
    public void Keep()
    {
        if (GC.GetTotalAllocatedBytes() - _allocated < Most) return;

        GC.Collect(Generation, GCCollectionMode.Forced, blocking: true, compacting: false);
        _allocated = GC.GetTotalAllocatedBytes();
    }
}
