using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Reviews;

/// <summary>
/// Has the API server decide who may read something of ours that is no Kubernetes object: a TokenReview tells whose a bearer token is, a
/// SubjectAccessReview whether they may. Needs the right to create both.
/// </summary>
public sealed class AccessReviewer(KubeClient client)
{
    private static readonly ResourcePath TokenReviews = new("authentication.k8s.io", "v1", "tokenreviews");
    private static readonly ResourcePath AccessReviews = new("authorization.k8s.io", "v1", "subjectaccessreviews");

    /// <summary>Asks both. Nothing is remembered.</summary>
    /// <param name="token">A bearer token; it is sent to the API server and to nobody else.</param>
    /// <param name="path">URL path that is asked for.</param>
    /// <param name="verb">HTTP method in lower case.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="KubeApiException">There is no answer, or the question is refused. The answer must then be no.</exception>
    public async Task<AccessVerdict> ReviewAsync(string token, string path, string verb, CancellationToken cancellationToken)
    {
        var review = new TokenReview { Spec = new TokenReviewSpec { Token = token } };
        var answer = await client.CreateAsync(TokenReviews, review, KubeJson.Default.TokenReview, cancellationToken);
        if (answer.Status is not { Authenticated: true, User: { Username.Length: > 0 } user }) return AccessVerdict.Unauthenticated;
        var access = await client.CreateAsync(
            AccessReviews, Question(user, path, verb), KubeJson.Default.SubjectAccessReview, cancellationToken);
        return access.Status is { Allowed: true, Denied: false } ? AccessVerdict.Allowed : AccessVerdict.Forbidden;
    }

    private static SubjectAccessReview Question(UserInfo user, string path, string verb) => new()
    {
        Spec = new SubjectAccessReviewSpec
        {
            NonResourceAttributes = new NonResourceAttributes(path, verb),
            User = user.Username,
            Uid = user.Uid,
            Groups = user.Groups,
            Extra = user.Extra,
        },
    };
}
