using System.Collections.Frozen;

namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>Regions whose endpoint does not follow the rule, as the official SDK for the ECS API (2014-05-26) maps them.</summary>
internal static class EcsEndpoints
{
    private const string Central = "ecs.aliyuncs.com";
    private const string Hangzhou = "ecs-cn-hangzhou.aliyuncs.com";
    private const string Nebula = "ecs.cn-qingdao-nebula.aliyuncs.com";

    /// <summary>Host by region.</summary>
    public static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["cn-hangzhou"] = Hangzhou,
        ["cn-shanghai-finance-1"] = Hangzhou,
        ["cn-shenzhen-finance-1"] = Hangzhou,
        ["cn-north-2-gov-1"] = Central,
        ["ap-northeast-2-pop"] = Central,
        ["cn-beijing-finance-pop"] = Central,
        ["cn-beijing-gov-1"] = Central,
        ["cn-beijing-nu16-b01"] = Hangzhou,
        ["cn-edge-1"] = Nebula,
        ["cn-fujian"] = Hangzhou,
        ["cn-haidian-cm12-c01"] = Hangzhou,
        ["cn-hangzhou-bj-b01"] = Hangzhou,
        ["cn-hangzhou-finance"] = Central,
        ["cn-hangzhou-internal-prod-1"] = Hangzhou,
        ["cn-hangzhou-internal-test-1"] = Hangzhou,
        ["cn-hangzhou-internal-test-2"] = Hangzhou,
        ["cn-hangzhou-internal-test-3"] = Hangzhou,
        ["cn-hangzhou-test-306"] = Hangzhou,
        ["cn-hongkong-finance-pop"] = Central,
        ["cn-huhehaote-nebula-1"] = Nebula,
        ["cn-shanghai-et15-b01"] = Hangzhou,
        ["cn-shanghai-et2-b01"] = Hangzhou,
        ["cn-shanghai-inner"] = Central,
        ["cn-shanghai-internal-test-1"] = Hangzhou,
        ["cn-shenzhen-inner"] = Central,
        ["cn-shenzhen-st4-d01"] = Hangzhou,
        ["cn-shenzhen-su18-b01"] = Hangzhou,
        ["cn-wuhan"] = Central,
        ["cn-yushanfang"] = Central,
        ["cn-zhangbei"] = Central,
        ["cn-zhangbei-na61-b01"] = Hangzhou,
        ["cn-zhangjiakou-na62-a01"] = "ecs.cn-zhangjiakou.aliyuncs.com",
        ["cn-zhengzhou-nebula-1"] = Nebula,
        ["eu-west-1-oxs"] = "ecs.cn-shenzhen-cloudstone.aliyuncs.com",
        ["rus-west-1-pop"] = Central,
    }.ToFrozenDictionary();
}
