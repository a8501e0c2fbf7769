using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

public class CloudAccountsTests
{
    [Fact]
    public void Each_account_has_a_client_and_a_reader_of_its_own()
    {
        var accounts = new CloudAccounts(Account(Accounts.Default), Account("other"));
        Assert.NotSame(accounts.Of(Accounts.Default).Client, accounts.Of("other").Client);
        Assert.NotSame(accounts.Of(Accounts.Default).Sessions, accounts.Of("other").Sessions);
    }

    [Fact]
    public void An_account_that_is_not_known_is_refused_by_name() =>
        Assert.Contains("third", Assert.Throws<ArgumentException>(() => new CloudAccounts(Account("other")).Of("third")).Message, StringComparison.Ordinal);

    private static CloudAccount Account(string name)
    {
        var time = new FakeTimeProvider();
        var cloud = new VpcEmulator(new EmulatorSeed { Settings = new(), Accounts = [] }, time);
        return new CloudAccount(name, TestClient.Create(new EmulatorHandler(cloud), time), time);
    }
}
