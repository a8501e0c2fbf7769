using System.Reflection;
using VpcMirrorOperator.AlibabaCloud.Ecs;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Rpc;

/// <summary>What is true of every operation of VPC and ECS, found by reflection: a new one is checked without being named here.</summary>
public class EveryRequestTests
{
    public static TheoryData<Type> Requests => [.. typeof(RpcClient).Assembly.GetExportedTypes().Where(type =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRpcRequest<>)) && type.IsClass)];

    [Fact]
    public void All_operations_are_here() => Assert.Equal((19, 2), (Count(typeof(IVpcRequest<>)), Count(typeof(IEcsRequest<>))));

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_property_is_sent_under_its_name(Type type) =>
        Assert.Equal(
            Properties(type).Select(p => p.Name).Order(StringComparer.Ordinal),
            Parameters(Filled(type)).Select(p => p.Key.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Requests))]
    public void Parameters_are_in_ordinal_order_and_lists_count_from_one(Type type)
    {
        var names = Parameters(Filled(type)).Select(p => p.Key).ToArray();
        Assert.Equal(names.OrderBy(SortKey, StringComparer.Ordinal), names);
        Assert.All(names, name => Assert.DoesNotContain(".0", name, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void What_is_not_given_is_not_sent(Type type)
    {
        // A number that must be given has no way to be absent.
        var always = Properties(type).Where(p => p.PropertyType == typeof(int)).Select(p => p.Name);
        Assert.Equal(always, Parameters(Activator.CreateInstance(type)!).Select(p => p.Key));
    }

    private static int Count(Type product) => Requests.Count(row =>
        row.Data.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == product));

    /// <summary>Element ten comes after element nine, unlike in the text that is signed.</summary>
    private static string SortKey(string name) =>
        string.Join('.', name.Split('.').Select(part => int.TryParse(part, out var number) ? $"{number:0000}" : part));

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static object Filled(Type type)
    {
        var request = Activator.CreateInstance(type)!;
        foreach (var property in Properties(type)) property.SetValue(request, Value(property.PropertyType));
        return request;
    }

    private static object Value(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(bool?) ? true
        : type == typeof(int?) || type == typeof(int) ? 0
        : type == typeof(IReadOnlyList<string>) ? Many("text")
        : type == typeof(IReadOnlyList<ResourceTag>) ? Many((ResourceTag)Filled(typeof(ResourceTag)))
        : type == typeof(IReadOnlyList<NewFilterRule>) ? Many((NewFilterRule)Filled(typeof(NewFilterRule)))
        : type == typeof(IReadOnlyList<TagFilter>) ? Many((TagFilter)Filled(typeof(TagFilter)))
        : throw new InvalidOperationException($"say here how a {type} is filled");

    private static T[] Many<T>(T value) => [.. Enumerable.Repeat(value, 11)];

    private static IReadOnlyList<KeyValuePair<string, string>> Parameters(object request)
    {
        var parameters = new RpcParameters();
        request.GetType().GetMethod("WriteParameters")!.Invoke(request, [parameters]);
        return parameters.Items;
    }
}
