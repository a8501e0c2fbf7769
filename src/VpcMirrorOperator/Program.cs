using VpcMirrorOperator.Commands;
using VpcMirrorOperator.Processes;

using var interrupts = new Interrupts();
return await CommandLine.RunAsync(args, ConsoleContext.Create(interrupts.Token));
