System.Console.WriteLine("vpc-mirror");
