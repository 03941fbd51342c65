using Connector.Pinterest.Client;
using static Connector.Pinterest.RateCategory;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    public Task<UserAccount> GetUserAccountAsync(PinterestSession session, CancellationToken cancellation) =>
        ReadAsync<UserAccount>(session, PinterestCall.Get(OrgRead, "/user_account"), cancellation, account => account.Id.Length > 0);

    public Task<List<LinkedBusiness?>> ListBusinessesAsync(PinterestSession session, CancellationToken cancellation) =>
        ReadAsync<List<LinkedBusiness?>>(session, PinterestCall.Get(OrgRead, "/user_account/businesses"), cancellation);

    public Task<PinterestPage<UserWebsite?>> ListWebsitesAsync(
        PinterestSession session, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<UserWebsite?>>(session, Listing("/user_account/websites", bookmark, pageSize), cancellation);

    public Task<WebsiteVerification> GetVerificationAsync(PinterestSession session, CancellationToken cancellation) =>
        ReadAsync<WebsiteVerification>(
            session, PinterestCall.Get(OrgRead, "/user_account/websites/verification"), cancellation,
            code => code.VerificationCode is { Length: > 0 });

    /// <summary>Done twice, it is as if it was done once.</summary>
    public Task<UserWebsite> ClaimWebsiteAsync(PinterestSession session, WebsiteClaim claim, CancellationToken cancellation) =>
        ReadAsync<UserWebsite>(session, PinterestCall.Post("/user_account/websites", claim), cancellation);
}
