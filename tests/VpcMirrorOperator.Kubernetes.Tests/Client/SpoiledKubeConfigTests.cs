using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

public sealed class SpoiledKubeConfigTests : IDisposable
{
    private static readonly string[] Files =
    [
        """
        apiVersion: v1
        kind: Config
        current-context: a
        clusters: [{name: c, cluster: {server: "https://127.0.0.1:6443", insecure-skip-tls-verify: true}}]
        contexts: [{name: a, context: {cluster: c, user: u, namespace: team}}]
        users: [{name: u, user: {token: "secret"}}]
        """,
        """
        {"apiVersion":"v1","kind":"Config","current-context":"a","preferences":{},
        "clusters":[{"name":"c","cluster":{"server":"https://127.0.0.1:6443","certificate-authority-data":"AAAA"}}],
        "contexts":[{"name":"a","context":{"cluster":"c","user":"u"}}],
        "users":[{"name":"u","user":{"client-certificate-data":"AAAA","client-key-data":"AAAA","username":"a","password":"b"}}]}
        """,
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("vpc-mirror-kubeconfig-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_spoiled_kubeconfig_is_read_or_named_in_the_error()
    {
        var path = Path.Join(_folder, "config");
        Fuzz.Run(2_000, Files, content =>
        {
            File.WriteAllBytes(path, content);
            try
            {
                KubeConfig.Load(path).Dispose();
            }
            catch (InvalidDataException error)
            {
                Assert.Contains(path, error.Message, StringComparison.Ordinal);
            }
        });
    }
}
