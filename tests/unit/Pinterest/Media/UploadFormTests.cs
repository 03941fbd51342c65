using System.Text;
using Connector.Pinterest.Media;

namespace Connector.Tests.Pinterest.Media;

public sealed class UploadFormTests
{
    [Fact]
    public async Task A_form_is_byte_for_byte_what_S3_wants()
    {
        using var file = new MemoryStream("__ftypmp42"u8.ToArray()) { Position = 2 };
        using var form = UploadForm.Of(
            [
                new("x-amz-date", "20220127T185143Z"),
                new("x-amz-security-token", "IQoJb3JpZ2luX2VjEJr//+/=="),
                new("key", "uploads/11/aa/22/3:video:203014033110991560:5212123920968240771"),
                new("Content-Type", "multipart/form-data"),
                new("odd\"\r\nname", " Tür\r\n "),
                new("empty", ""),
            ],
            new StreamedFile(file, () => { }),
            "0123456789abcdef");

        var expected =
            "--0123456789abcdef\r\nContent-Disposition: form-data; name=\"x-amz-date\"\r\n\r\n20220127T185143Z"
            + "\r\n--0123456789abcdef\r\nContent-Disposition: form-data; name=\"x-amz-security-token\"\r\n\r\nIQoJb3JpZ2luX2VjEJr//+/=="
            + "\r\n--0123456789abcdef\r\nContent-Disposition: form-data; "
            + "name=\"key\"\r\n\r\nuploads/11/aa/22/3:video:203014033110991560:5212123920968240771"
            + "\r\n--0123456789abcdef\r\nContent-Disposition: form-data; name=\"Content-Type\"\r\n\r\nmultipart/form-data"
            + "\r\n--0123456789abcdef\r\nContent-Disposition: form-data; name=\"odd%22%0D%0Aname\"\r\n\r\n Tür\r\n "
            + "\r\n--0123456789abcdef\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n"
            + "\r\n--0123456789abcdef\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nftypmp42"
            + "\r\n--0123456789abcdef--\r\n";

        Assert.Equal("multipart/form-data; boundary=0123456789abcdef", form.Headers.ContentType!.ToString());
        Assert.Equal(Encoding.UTF8.GetByteCount(expected), form.Headers.ContentLength);
        Assert.Equal(Encoding.UTF8.GetBytes(expected), await form.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_file_stays_open_reports_progress_and_can_be_sent_again()
    {
        var pieces = 0;
        using var file = new MemoryStream(new byte[200_000]) { Position = 50_000 };
        using (var content = new StreamedFile(file, () => pieces++))
        {
            for (var time = 1; time <= 2; time++)
            {
                using var there = new MemoryStream();
                await content.CopyToAsync(there);
                Assert.Equal((150_000, 2 * time), (there.Length, pieces));
            }
        }

        Assert.True(file.CanRead);
    }
}
