using System.Net;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Core.Tests.Hosting;

public class ServingPlanTests
{
    [Theory]
    // In a pod and outside, nothing set.
    [InlineData(true, null, null, null, null, "0.0.0.0", 8443, true)]
    [InlineData(false, null, null, null, null, "127.0.0.1", 8080, false)]
    // What leaves loopback is secure, wherever it is.
    [InlineData(false, "192.0.2.1", null, null, null, "192.0.2.1", 8443, true)]
    [InlineData(true, "127.0.0.1", null, null, null, "127.0.0.1", 8080, false)]
    [InlineData(true, "::1", null, null, null, "::1", 8080, false)]
    // A certificate is there to be used.
    [InlineData(false, null, null, null, "certificates", "127.0.0.1", 8443, true)]
    // What is set counts.
    [InlineData(true, null, null, false, null, "0.0.0.0", 8080, false)]
    [InlineData(false, null, null, true, null, "127.0.0.1", 8443, true)]
    [InlineData(true, null, 9000, null, null, "0.0.0.0", 9000, true)]
    [InlineData(true, null, 0, false, null, "0.0.0.0", 0, false)]
    public void Metrics_are_secure_unless_they_stay_on_loopback_or_it_is_switched_off(
        bool inPod, string? bind, int? port, bool? secure, string? certificates, string address, int expectedPort, bool expected)
    {
        var plan = ServingPlan.Of(new ControllerSettings
        {
            InPod = inPod,
            BindAddress = bind is null ? null : IPAddress.Parse(bind),
            MetricsPort = port,
            MetricsSecure = secure,
            MetricsCertificates = certificates,
        });
        Assert.Equal(new ServingPlan(IPAddress.Parse(address), expectedPort, expected), plan);
    }

    [Fact]
    public void A_certificate_that_would_not_be_used_is_an_error()
    {
        var error = Assert.Throws<StartupException>(
            () => ServingPlan.Of(new ControllerSettings { MetricsCertificates = "folder", MetricsSecure = false }));
        Assert.Contains("--metrics-cert-dir", error.Message, StringComparison.Ordinal);
    }
}
