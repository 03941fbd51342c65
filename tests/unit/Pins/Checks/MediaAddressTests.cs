using Connector.Pins.Checks;

namespace Connector.Tests.Pins.Checks;

/// <summary>What people give as the address of a picture, and what is said about it before anybody fetches it.</summary>
public sealed class MediaAddressTests
{
    [Theory]
    [InlineData("https://drive.google.com/file/d/1AbC/view?usp=sharing", "https://drive.google.com/uc?export=download&id=1AbC")]
    [InlineData("https://drive.google.com/file/d/1AbC/preview", "https://drive.google.com/uc?export=download&id=1AbC")]
    [InlineData("https://drive.google.com/open?id=1AbC&usp=drive_fs", "https://drive.google.com/uc?export=download&id=1AbC")]
    [InlineData("https://drive.google.com/drive/folders/1AbC", null)]
    [InlineData("https://docs.google.com/document/d/1AbC/edit", null)]
    [InlineData("https://www.dropbox.com/s/a1/k.jpg?dl=0", "https://www.dropbox.com/s/a1/k.jpg?raw=1")]
    [InlineData("https://www.dropbox.com/scl/fi/a1/k.jpg?rlkey=b2&dl=0", "https://www.dropbox.com/scl/fi/a1/k.jpg?rlkey=b2&raw=1")]
    [InlineData("https://www.dropbox.com/s/a1/k.jpg", "https://www.dropbox.com/s/a1/k.jpg?raw=1")]
    [InlineData("https://www.dropbox.com/sh/a1/b2?dl=0", null)]
    [InlineData("https://1drv.ms/i/s!AbC", null)]
    [InlineData("https://onedrive.live.com/?id=1&cid=2", null)]
    [InlineData("https://shop-my.sharepoint.com/:i:/g/a/AbC?e=1", "https://shop-my.sharepoint.com/:i:/g/a/AbC?e=1&download=1")]
    [InlineData("https://shop.sharepoint.com/sites/a/Shared%20Documents/Forms/AllItems.aspx?id=1", null)]
    [InlineData("https://www.icloud.com/photos/#0a1", null)]
    [InlineData("https://share.icloud.com/photos/0a1", null)]
    [InlineData("https://photos.app.goo.gl/AbC", null)]
    [InlineData("https://photos.google.com/share/AbC", null)]
    [InlineData("https://imgur.com/AbCdEfG", "https://i.imgur.com/AbCdEfG.jpg")]
    [InlineData("https://imgur.com/a/AbCdE", null)]
    [InlineData("https://imgur.com/gallery/soup-AbCdE", null)]
    [InlineData("https://www.instagram.com/p/AbC/", null)]
    [InlineData("https://www.facebook.com/photo?fbid=1", null)]
    [InlineData("https://www.pinterest.com/pin/123/", null)]
    [InlineData("https://www.pinterest.co.uk/pin/123/", null)]
    [InlineData("https://de.pinterest.com/pin/123/", null)]
    [InlineData("https://pin.it/AbC", null)]
    [InlineData("https://www.tiktok.com/@a/video/1", null)]
    [InlineData("https://www.youtube.com/watch?v=AbC", null)]
    [InlineData("https://youtu.be/AbC", null)]
    [InlineData("https://vimeo.com/123456", null)]
    [InlineData("https://www.canva.com/design/AbC/view", null)]
    [InlineData("https://unsplash.com/photos/a-lamp-AbCdEfGhIjK", "https://unsplash.com/photos/AbCdEfGhIjK/download?force=true")]
    [InlineData("https://www.pexels.com/photo/a-lamp-123/", "https://images.pexels.com/photos/123/pexels-photo-123.jpeg")]
    [InlineData("https://www.notion.so/shop/Lamp-0a1b", null)]
    [InlineData("https://shop.notion.site/Lamp-0a1b", null)]
    [InlineData("https://github.com/a/b/blob/main/k.jpg", "https://raw.githubusercontent.com/a/b/main/k.jpg")]
    [InlineData("https://commons.wikimedia.org/wiki/File:Lamp.jpg", "https://commons.wikimedia.org/wiki/Special:FilePath/Lamp.jpg")]
    [InlineData("https://x.com/a/status/1", null)]
    [InlineData("https://airtable.com/app1/tbl2", null)]
    public void A_page_that_shows_the_file_is_refused_with_the_direct_form_where_there_is_one(string url, string? direct)
    {
        var (name, problem) = MediaAddress.ProblemOf(url, "image_url", isFetched: false)!.Value;

        Assert.Equal(("media_page", 422, "media_type_unsupported"), (name, problem.Status, problem.Code));
        Assert.Contains("shows the file, not the file", problem.Errors!["image_url"][0], StringComparison.Ordinal);
        Assert.Equal(direct is not null, problem.Remediation.StartsWith("Give the file's own address", StringComparison.Ordinal));
        if (direct is not null) Assert.Contains($" {direct} ", problem.Remediation, StringComparison.Ordinal);
        if (direct is not null) Assert.Null(MediaAddress.ProblemOf(direct, "image_url", isFetched: true));
    }

    [Theory]
    [InlineData("https://drive.google.com/uc?export=download&id=1AbC")]
    [InlineData("https://drive.google.com/thumbnail?id=1AbC&sz=w1000")]
    [InlineData("https://docs.google.com/presentation/d/1AbC/export/png")]
    [InlineData("https://www.dropbox.com/s/a1/k.jpg?raw=1")]
    [InlineData("https://www.dropbox.com/s/a1/k.jpg?dl=1")]
    [InlineData("https://dl.dropboxusercontent.com/s/a1/k.jpg")]
    [InlineData("https://shop.sharepoint.com/_layouts/15/download.aspx?UniqueId=0a1b")]
    [InlineData("https://i.imgur.com/AbCdEfG.jpg")]
    [InlineData("https://imgur.com/AbCdEfG.png")]
    [InlineData("https://images.unsplash.com/photo-1?w=1000")]
    [InlineData("https://unsplash.com/photos/AbCdEfGhIjK/download")]
    [InlineData("https://i.pinimg.com/originals/a/b.jpg")]
    [InlineData("https://scontent.xx.fbcdn.net/v/k.jpg")]
    [InlineData("https://graph.facebook.com/1/picture")]
    [InlineData("https://img.youtube.com/vi/AbC/maxresdefault.jpg")]
    [InlineData("https://github.com/a/b/blob/main/k.jpg?raw=true")]
    [InlineData("https://notpinterest.com/pin/1.jpg")]
    [InlineData("https://8.8.8.8/k.jpg")]
    [InlineData("https://cdn.example.com/drive.google.com/file/d/1/view")]
    public void The_file_itself_is_taken(string url) => Assert.Null(MediaAddress.ProblemOf(url, "image_url", isFetched: true));

    [Theory]
    [InlineData("http://n8n:5678/x.jpg")]
    [InlineData("http://localhost/x.jpg")]
    [InlineData("http://LOCALHOST:3000/x.jpg")]
    [InlineData("http://a.localhost/x.jpg")]
    [InlineData("https://127.0.0.1/x.jpg")]
    [InlineData("https://10.0.0.4:8443/x.jpg")]
    [InlineData("https://172.17.0.1/x.jpg")]
    [InlineData("https://192.168.1.20/x.jpg")]
    [InlineData("https://100.64.0.1/x.jpg")]
    [InlineData("https://169.254.169.254/x.jpg")]
    [InlineData("https://2130706433/x.jpg")]
    [InlineData("https://127.1/x.jpg")]
    [InlineData("https://[::1]/x.jpg")]
    [InlineData("https://[fd00::1]:8443/x.jpg")]
    [InlineData("https://nas.local/x.jpg")]
    [InlineData("https://host.docker.internal/x.jpg")]
    [InlineData("https://fritz.home.arpa/x.jpg")]
    public void What_Pinterest_cannot_reach_is_refused_only_where_Pinterest_fetches_it(string url)
    {
        var (name, problem) = MediaAddress.ProblemOf(url, "carousel[1].image_url", isFetched: true)!.Value;

        Assert.Equal(("media_private", 422, "media_unreachable"), (name, problem.Status, problem.Code));
        Assert.Contains("snapshot_media", problem.Remediation, StringComparison.Ordinal);
        Assert.Contains("POST /v1/assets", problem.Remediation, StringComparison.Ordinal);
        Assert.Contains("x.jpg", Assert.Single(problem.Errors!["carousel[1].image_url"]), StringComparison.Ordinal);
        Assert.Null(MediaAddress.ProblemOf(url, "video_url", isFetched: false));
    }

    [Theory]
    [InlineData("https://a.example/k.webp", "WebP")]
    [InlineData("https://a.example/k.WEBP?w=1000", "WebP")]
    [InlineData("https://a.example/k.avif#top", "AVIF")]
    [InlineData("https://a.example/k.gif", "GIF")]
    [InlineData("https://a.example/k?fm=webp", "WebP")]
    [InlineData("https://a.example/k.jpg?w=1&format=avif", "AVIF")]
    [InlineData("https://a.example/k.jpg", null)]
    [InlineData("https://a.example/k.webp?format=jpg", null)]
    [InlineData("https://a.example/k.webp/large", null)]
    [InlineData("https://a.webp/k", null)]
    public void A_name_of_a_picture_that_Pinterest_does_not_list_is_warned_of(string url, string? format)
    {
        var check = MediaAddress.OfName(url);

        Assert.Equal(format is not null, check.Warns);
        Assert.Contains($"looks like {format}", check.Message ?? "looks like ", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example/cakes.html", true)]
    [InlineData("https://a.example/cakes.HTM?size=large", true)]
    [InlineData("https://a.example/menu.pdf", true)]
    [InlineData("https://a.example/picture.php?id=3", false)]
    [InlineData("https://a.example/html", false)]
    public void A_name_of_a_page_or_document_is_warned_of(string url, bool warns)
    {
        var check = MediaAddress.OfName(url);

        Assert.Equal(warns, check.Warns);
        Assert.Equal(warns, check.Message?.Contains("looks like a page or a document", StringComparison.Ordinal) is true);
    }
}
