using System.Reflection;
using ArchUnitNET.Fluent.Syntax.Elements.Types;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace VpcMirrorOperator.Core.Tests.Architecture;

/// <summary>Which project knows which. A reference between projects allows more than these rules do.</summary>
public class ProjectTests
{
    [Fact]
    public void The_client_knows_no_other_project() => OnlyKnows(Product.AlibabaCloud);

    [Fact]
    public void The_runtime_knows_no_other_project() => OnlyKnows(Product.Kubernetes);

    [Fact]
    public void The_emulator_knows_no_other_project() => OnlyKnows(Product.Emulator);

    [Fact]
    public void The_operator_knows_the_client_and_the_runtime_but_neither_the_emulator_nor_a_program() =>
        OnlyKnows(Product.Core, Product.AlibabaCloud, Product.Kubernetes);

    /// <summary>Without the sources that are compiled into several projects: types of one name are one type to the rules.</summary>
    private static GivenTypesConjunction OwnTypes(Assembly project) =>
        Types().That().ResideInAssembly(project).And().DoNotResideInNamespace("VpcMirrorOperator.Foreign");

    private static void OnlyKnows(Assembly project, params Assembly[] others)
    {
        Assembly[] all = [Product.AlibabaCloud, Product.Kubernetes, Product.Emulator, Product.Core, Product.Controller];
        Assert.All(all.Except([project, .. others]), forbidden =>
            Types().That().ResideInAssembly(project).Should().NotDependOnAny(OwnTypes(forbidden)).Check(Product.Types));
    }
}
