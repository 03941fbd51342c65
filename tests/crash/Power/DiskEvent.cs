namespace Connector.Crash.Power;

/// <summary>Something a traced process did that matters to what a power cut leaves behind, or to what had been promised by then.</summary>
internal abstract record DiskEvent;

/// <summary>A file exists from now on; lasting only after its folder was synced.</summary>
internal sealed record Created(string File) : DiskEvent;

/// <summary>A file is gone; lasting only after its folder was synced.</summary>
internal sealed record Removed(string File) : DiskEvent;

/// <summary>Bytes were handed to the operating system.</summary>
internal sealed record Written(string File, long Offset, byte[] Bytes) : DiskEvent;

/// <summary>A file was cut to, or filled up to, a length.</summary>
internal sealed record Resized(string File, long Length) : DiskEvent;

/// <summary>Everything written to the file until now is on the disk.</summary>
internal sealed record Synced(string File) : DiskEvent;

/// <summary>Everything created and removed in the folder until now is on the disk.</summary>
internal sealed record FolderSynced : DiskEvent;

/// <summary>A 202 left for the caller.</summary>
internal sealed record Answered(string PinId) : DiskEvent;

/// <summary>A create left for Pinterest.</summary>
internal sealed record Sent(string Title) : DiskEvent;
