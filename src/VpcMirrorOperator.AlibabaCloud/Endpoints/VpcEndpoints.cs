using System.Collections.Frozen;

namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>Regions whose endpoint does not follow the rule, as the official SDK for the VPC API (2016-04-28) maps them.</summary>
internal static class VpcEndpoints
{
    private const string Central = "vpc.aliyuncs.com";
    private const string PreRelease = "vpc-pre.cn-hangzhou.aliyuncs.com";
    private const string Nebula = "vpc-nebula.cn-qingdao-nebula.aliyuncs.com";

    /// <summary>Host by region.</summary>
    public static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["cn-hangzhou"] = Central,
        ["cn-shanghai-finance-1"] = Central,
        ["cn-shenzhen-finance-1"] = Central,
        ["cn-north-2-gov-1"] = Central,
        ["ap-northeast-2-pop"] = Central,
        ["cn-beijing-finance-pop"] = Central,
        ["cn-beijing-gov-1"] = Central,
        ["cn-beijing-nu16-b01"] = Central,
        ["cn-fujian"] = Central,
        ["cn-haidian-cm12-c01"] = Central,
        ["cn-hangzhou-bj-b01"] = Central,
        ["cn-hangzhou-finance"] = Central,
        ["cn-hangzhou-internal-prod-1"] = Central,
        ["cn-hongkong-finance-pop"] = Central,
        ["cn-shanghai-et2-b01"] = Central,
        ["cn-shanghai-inner"] = Central,
        ["cn-shenzhen-inner"] = Central,
        ["cn-shenzhen-st4-d01"] = Central,
        ["cn-shenzhen-su18-b01"] = Central,
        ["cn-wuhan"] = Central,
        ["cn-yushanfang"] = Central,
        ["cn-zhangbei"] = Central,
        ["cn-zhangbei-na61-b01"] = Central,
        ["rus-west-1-pop"] = Central,
        ["cn-hangzhou-internal-test-1"] = PreRelease,
        ["cn-hangzhou-internal-test-2"] = "vpc-inner-pre.cn-hangzhou.aliyuncs.com",
        ["cn-hangzhou-internal-test-3"] = PreRelease,
        ["cn-hangzhou-test-306"] = PreRelease,
        ["cn-shanghai-et15-b01"] = PreRelease,
        ["cn-shanghai-internal-test-1"] = PreRelease,
        ["cn-edge-1"] = Nebula,
        ["cn-huhehaote-nebula-1"] = Nebula,
        ["cn-qingdao-nebula"] = Nebula,
        ["cn-zhengzhou-nebula-1"] = Nebula,
        ["cn-zhangjiakou-na62-a01"] = "vpc.cn-zhangjiakou.aliyuncs.com",
        ["eu-west-1-oxs"] = "vpc-nebula.cn-shenzhen-cloudstone.aliyuncs.com",
    }.ToFrozenDictionary();
}
