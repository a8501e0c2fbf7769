// Most of the time these tests wait, for limits that a real clock must pass: two classes for each of two processors leave them no busier.
[assembly: Xunit.CollectionBehavior(MaxParallelThreads = 4)]
