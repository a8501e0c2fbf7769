using VpcMirrorOperator.Commands;

using var interrupts = new Interrupts();
return await CommandLine.RunAsync(args, ProcessContext.Create(interrupts.Token));
