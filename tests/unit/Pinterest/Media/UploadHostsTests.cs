using Connector.Pinterest;
using Connector.Pinterest.Media;

namespace Connector.Tests.Pinterest.Media;

public sealed class UploadHostsTests
{
    [Theory]
    [InlineData("https://pinterest-media-upload.s3-accelerate.amazonaws.com/")]
    [InlineData("https://pinterest-media-upload.s3.amazonaws.com/")]
    [InlineData("https://PINTEREST-media-upload.S3.amazonaws.com:443/x?y=z")]
    [InlineData("https://pinterest-media-upload.s3-us-west-2.amazonaws.com/")]
    [InlineData("https://pinterest-media-upload.s3.us-east-1.amazonaws.com/")]
    [InlineData("https://pinterest-media-upload.s3-accelerate.dualstack.amazonaws.com/")]
    public void Files_go_to_Pinterests_bucket(string url)
    {
        Assert.Null(UploadHosts.ProblemOf(PinterestEnvironment.Production, url, UploadHosts.Default));
        Assert.Null(UploadHosts.ProblemOf(PinterestEnvironment.Sandbox, url, UploadHosts.Default));
    }

    [Theory]
    [InlineData("http://pinterest-media-upload.s3.amazonaws.com/", "not encrypted")]
    [InlineData("https://pinterest-media-upload.s3.evil.s3.amazonaws.com/", "UploadHosts")]
    [InlineData("https://pinterest-media-upload.s3.s3.amazonaws.com/", "UploadHosts")]
    [InlineData("https://pinterest-media-upload.s3.s3-us-west-2.amazonaws.com/", "UploadHosts")]
    [InlineData("https://evil.s3.amazonaws.com/", "UploadHosts")]
    [InlineData("https://pinterest-media-upload.s3.amazonaws.com.example.com/", "UploadHosts")]
    [InlineData("https://example.com/pinterest-media-upload.s3.amazonaws.com", "UploadHosts")]
    [InlineData("https://pinterest-media-upload.s3.amazonaws.com@example.com/", "not a plain https URL")]
    [InlineData("https://127.0.0.1/", "UploadHosts")]
    [InlineData("http://127.0.0.1/", "UploadHosts")]
    [InlineData("http://simulator.localhost/", "UploadHosts")]
    [InlineData("ftp://pinterest-media-upload.s3.amazonaws.com/", "not a plain https URL")]
    [InlineData("file:///etc/passwd", "not a plain https URL")]
    [InlineData("/upload", "not a plain https URL")]
    [InlineData("", "not a plain https URL")]
    [InlineData(null, "not a plain https URL")]
    public void Files_go_nowhere_else(string? url, string why) =>
        Assert.Contains(why, UploadHosts.ProblemOf(PinterestEnvironment.Production, url, UploadHosts.Default), StringComparison.Ordinal);

    [Theory]
    [InlineData("uploads.example.com", "https://uploads.example.com/", true)]
    [InlineData("a.example, *.example.com", "https://uploads.example.com/", true)]
    [InlineData("*.example.com", "https://a.b.example.com/", false)]
    [InlineData("*", "https://example.com/", false)]
    [InlineData("127.0.0.1", "http://127.0.0.1:8080/", true)]
    [InlineData("[::1]", "http://[::1]:8080/", true)]
    [InlineData("localhost", "http://localhost/", true)]
    [InlineData("10.0.0.1", "http://10.0.0.1/", false)]
    [InlineData("10.0.0.1", "https://10.0.0.1/", true)]
    [InlineData("", "https://example.com/", false)]
    public void The_setting_says_which_hosts_and_only_this_machine_may_do_without_encryption(string allowed, string url, bool isAllowed) =>
        Assert.Equal(isAllowed, UploadHosts.ProblemOf(PinterestEnvironment.Production, url, allowed) is null);

    [Theory]
    [InlineData("http://simulator.localhost/upload/", true)]
    [InlineData("http://127.0.0.1:5281/upload/", true)]
    [InlineData("http://[::1]:5281/upload/", true)]
    [InlineData("https://pinterest-media-upload.s3.amazonaws.com/", false)]
    [InlineData("http://192.168.1.20/upload/", false)]
    public void A_simulator_accounts_files_go_to_the_simulator_only(string url, bool isAllowed) =>
        Assert.Equal(isAllowed, UploadHosts.ProblemOf(PinterestEnvironment.Simulator, url, "*, *.*.*, *.*.*.*") is null);
}
