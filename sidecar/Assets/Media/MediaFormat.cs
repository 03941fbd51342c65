namespace Connector.Assets.Media;

/// <summary>A kind of file: those that Pinterest takes, and those that people send by mistake, with what to do about each.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="ContentType">Null for what has no place here.</param>
/// <param name="Kind">Image or video; null for everything else.</param>
/// <param name="Advice">Null when Pinterest takes it.</param>
internal sealed record MediaFormat(string Name, string? ContentType, string? Kind, string? Advice)
{
    private const string ConvertImage = "Convert the image to JPEG or PNG first.";
    private const string SaveAnew = "Open the image and save it as PNG or JPEG, then send that file.";
    private const string Phone =
        "On an iPhone set Settings > Camera > Formats to Most Compatible; from Google Drive or Photos, download it as JPEG.";
    private const string Still = "Make an animated GIF an MP4 of 4 seconds or more, and of one that does not move a JPEG or PNG.";
    private const string ConvertVideo =
        "Convert the video to MP4 with H.264 first, for example: ffmpeg -i input -c:v libx264 -movflags +faststart output.mp4";
    private const string CheckPreviousStep =
        "Look at what the step before really handed over; a link may lead to a page instead of the file.";

    // https://help.pinterest.com/en/business/article/pinterest-product-specs
    public static readonly MediaFormat Jpeg = new("JPEG", "image/jpeg", MediaKind.Image, null);
    public static readonly MediaFormat Png = new("PNG", "image/png", MediaKind.Image, null);
    public static readonly MediaFormat Mp4 = new("MP4", "video/mp4", MediaKind.Video, null);
    public static readonly MediaFormat Mov = new("QuickTime (MOV)", "video/quicktime", MediaKind.Video, null);
    public static readonly MediaFormat M4v = new("M4V", "video/x-m4v", MediaKind.Video, null);

    public static readonly MediaFormat WebP = Image("WebP", "image/webp") with { IsConvertible = true };
    public static readonly MediaFormat Gif = Image("GIF", "image/gif", Still) with { IsConvertible = true };
    public static readonly MediaFormat Heic = Image("HEIC", "image/heic", Phone);
    public static readonly MediaFormat Avif = Image("AVIF", "image/avif") with { IsConvertible = true };
    public static readonly MediaFormat JpegXl = Image("JPEG XL", "image/jxl");
    public static readonly MediaFormat Bmp = Image("BMP", "image/bmp", SaveAnew);
    public static readonly MediaFormat Tiff = Image("TIFF", "image/tiff") with { IsConvertible = true };
    public static readonly MediaFormat Icon = Image("an icon (ICO)", "image/x-icon");
    public static readonly MediaFormat Photoshop = Image("a Photoshop document", "image/vnd.adobe.photoshop");
    public static readonly MediaFormat Svg = Image("SVG", "image/svg+xml");

    public static readonly MediaFormat Matroska = Video("WebM or Matroska", "video/webm");
    public static readonly MediaFormat Avi = Video("AVI", "video/x-msvideo");
    public static readonly MediaFormat Flash = Video("Flash video", "video/x-flv");
    public static readonly MediaFormat WindowsMedia = Video("Windows Media", "video/x-ms-wmv");
    public static readonly MediaFormat Mpeg = Video("MPEG", "video/mpeg");
    public static readonly MediaFormat ThreeGp = Video("3GP", "video/3gpp");

    public static readonly MediaFormat Pdf = Other("PDF", "Export the page as JPEG or PNG first.");
    public static readonly MediaFormat Zip = Other("a ZIP archive", "Unpack it and send the file inside.");
    public static readonly MediaFormat Gzip = Other("gzip", "Unpack it and send the file inside.");
    public static readonly MediaFormat Sound = Other("sound without a picture", "Send an image, or a video with a picture.");
    public static readonly MediaFormat Html = Other("a web page (HTML)", CheckPreviousStep);
    public static readonly MediaFormat Json = Other("JSON", CheckPreviousStep);
    public static readonly MediaFormat Base64 = Other(
        "base64 text", "Send the decoded bytes, or put the text into image_base64 of the pin.");
    public static readonly MediaFormat Unknown = Other(
        "of no format known here", "Check that the workflow sends the content of a JPEG, PNG, MP4, MOV or M4V file, not its name.");

    public bool IsTaken => Advice is null;

    /// <summary>Whether the connector makes a JPEG or PNG of it.</summary>
    public bool IsConvertible { get; private init; }

    private static MediaFormat Image(string name, string contentType, string advice = ConvertImage) =>
        new(name, contentType, MediaKind.Image, advice);

    private static MediaFormat Video(string name, string contentType) => new(name, contentType, MediaKind.Video, ConvertVideo);

    private static MediaFormat Other(string name, string advice) => new(name, null, null, advice);
}
