namespace Connector.Pinterest;

/// <summary>A business account that is linked with the account.</summary>
internal sealed record LinkedBusiness
{
    public string? Username { get; init; }
    public string? ImageLargeUrl { get; init; }
    public string? ImageMediumUrl { get; init; }
    public string? ImageSmallUrl { get; init; }
}

/// <summary>A website of the account, claimed or not.</summary>
internal sealed record UserWebsite
{
    public string? Website { get; init; }
    public string? Status { get; init; }

    /// <summary>As it comes: Pinterest's description does not say in which form.</summary>
    public string? VerifiedAt { get; init; }
}

/// <summary>What is put on a website so that Pinterest believes whose it is.</summary>
internal sealed record WebsiteVerification
{
    public string? VerificationCode { get; init; }
    public string? DnsTxtRecord { get; init; }
    public string? Metatag { get; init; }
    public string? Filename { get; init; }
    public string? FileContent { get; init; }
}

/// <summary>Asks Pinterest to look for the code on a website.</summary>
internal sealed record WebsiteClaim(string Website, string VerificationMethod);
