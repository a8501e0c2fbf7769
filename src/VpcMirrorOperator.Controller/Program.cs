using VpcMirrorOperator.Controller;
using VpcMirrorOperator.Processes;

using var interrupts = new Interrupts();
return await ControllerProgram.RunAsync(args, CurrentProcess.Environment(interrupts.Token), Console.Out, Console.Error);
