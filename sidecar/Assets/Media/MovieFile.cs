using MetadataExtractor.Formats.QuickTime;

namespace Connector.Assets.Media;

/// <summary>What the index of an MP4, MOV or M4V says about its video track.</summary>
/// <remarks>ISO/IEC 14496-12; https://developer.apple.com/documentation/quicktime-file-format</remarks>
internal sealed class MovieFile(BoundedStream file)
{
    // No movie has as many, even with sound and subtitles in all languages.
    private const int MostTracks = 100;

    private long? _indexAt, _framesAt;
    private int _tracks;
    private bool _isCut;
    private TimeSpan? _duration;
    private MovieTrack? _picture;

    public static MediaFacts Read(BoundedStream file, MediaFacts facts)
    {
        var movie = new MovieFile(file);
        QuickTimeReader.ProcessAtoms(file, movie.Top);
        return movie.Describe(facts);
    }

    private MediaFacts Describe(MediaFacts facts) => (facts with
    {
        Duration = _duration,
        VideoCodec = _picture?.Codec,
        IsMoovFirst = _indexAt is null ? null : _framesAt is null || _indexAt < _framesAt,
        Flaw = Flaw(),
    }).Sized(_picture?.Width ?? 0, _picture?.Height ?? 0, _picture?.IsTurned ?? false);

    private string? Flaw() => this switch
    {
        { _isCut: true } => "The video is cut off: its end is missing.",
        { _indexAt: null } => "The video has no index (moov), so nothing can play it.",
        { _picture: null } => "The file has no picture, only sound or other data.",
        { _picture: { Width: 0 } or { Height: 0 } } => "The video does not say how large its picture is.",
        _ => null,
    };

    private void Top(AtomCallbackArgs box)
    {
        // Otherwise what comes behind the end would be read as boxes.
        if (box.Size > file.Length - box.StartPosition)
        {
            _isCut = box.Cancel = true;
            return;
        }

        switch (box.Type)
        {
            case Mp4Box.Moov:
                _indexAt ??= box.StartPosition;
                box.Inside(Index);
                break;
            case Mp4Box.Mdat:
                _framesAt ??= box.StartPosition;
                break;
        }
    }

    private void Index(AtomCallbackArgs box)
    {
        switch (box.Type)
        {
            case Mp4Box.Mvhd:
                _duration = Duration(box);
                break;
            case Mp4Box.Trak when _tracks++ < MostTracks:
                var track = new MovieTrack();
                box.Inside(track.Read);
                if (track.IsPicture) _picture ??= track;
                break;
        }
    }

    // Null where it is not known: a movie in fragments, or one recorded live.
    private static TimeSpan? Duration(AtomCallbackArgs box)
    {
        var isLong = box.Reader.GetByte() == 1;
        box.Reader.Skip(isLong ? 19 : 11);
        var scale = box.Reader.GetUInt32();
        var units = isLong ? box.Reader.GetUInt64() : box.Reader.GetUInt32();
        return scale == 0 || units is 0 or uint.MaxValue or ulong.MaxValue ? null : TimeSpan.FromSeconds((double)units / scale);
    }
}
