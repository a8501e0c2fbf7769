namespace VpcMirrorOperator.Benchmarks.Edits;

/// <summary>
/// What a Crossplane provider made by upjet does (crossplane/upjet, <c>assertNoForceNew</c>): it drives the code of Terraform's provider,
/// but refuses an edit that would replace the resource, and tries it again for ever. No such provider has mirror sessions of Alibaba Cloud.
/// </summary>
internal sealed class RefusedReplacement(TerraformEdit terraform)
{
    /// <exception cref="InvalidOperationException">The edit is of rules or of the packet length: <c>ForceNew</c>.</exception>
    public Task RunAsync(DeclaredEdit edit)
    {
        if (!edit.Rules.SequenceEqual(DeclaredEdit.Start.Rules) || edit.PacketLength != DeclaredEdit.Start.PacketLength)
            throw new InvalidOperationException("refuse to update the external resource: the update requires replacing it");
        return terraform.UpdateSessionAsync(edit);
    }
}
