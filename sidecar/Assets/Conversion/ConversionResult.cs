namespace Connector.Assets.Conversion;

/// <summary>What the child process answers: what was done, or why nothing was.</summary>
internal sealed record ConversionResult
{
    /// <summary>Null when the picture was converted.</summary>
    public ConversionFailure? Failure { get; init; }

    /// <summary>In pixels, as shown, before.</summary>
    public int Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; init; }

    /// <summary>Pictures in the file.</summary>
    public int Pages { get; init; } = 1;

    public bool WasTurned { get; init; }

    public bool WasCmyk { get; init; }

    /// <summary>Whether anything was transparent.</summary>
    public bool WasTransparent { get; init; }

    /// <summary>Whether it still is; otherwise it lies on white.</summary>
    public bool IsTransparent { get; init; }

    public static ConversionResult Failed(ConversionFailure failure) => new() { Failure = failure };
}

/// <summary>Why a picture was not converted.</summary>
internal enum ConversionFailure
{
    /// <summary>It is cut off or damaged.</summary>
    Broken,

    /// <summary>It has more pixels than are decoded.</summary>
    TooManyPixels,

    /// <summary>It moves.</summary>
    Animated,

    /// <summary>It needed more memory than it may have, or ended the process.</summary>
    Crashed,

    /// <summary>It took longer than it may.</summary>
    Late,

    /// <summary>The image library is not there for this platform.</summary>
    NoLibrary,
}
