namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>One kind at the time of a scrape.</summary>
/// <param name="Objects">Objects in its cache.</param>
/// <param name="WriteAsync">Writes the metrics of the objects themselves in the text format of Prometheus.</param>
internal sealed record KindScrape(int Objects, Func<TextWriter, Task> WriteAsync);
