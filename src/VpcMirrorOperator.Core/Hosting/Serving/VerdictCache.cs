using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Kubernetes.Reviews;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>
/// Remembers verdicts about tokens, each for the same time and at most so many; the oldest gives way. Holds digests (SHA-256), no token.
/// Thread-safe.
/// </summary>
/// <param name="capacity">Verdicts at most.</param>
/// <param name="lifetime">How long each is believed.</param>
/// <param name="time">Clock; only the time passed counts, so that a clock that is set does not prolong anything.</param>
internal sealed class VerdictCache(int capacity, TimeSpan lifetime, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (AccessVerdict Verdict, long Since)> _verdicts = new(StringComparer.Ordinal);
    private readonly Queue<(string Digest, long Since)> _byAge = new();

    /// <summary>Verdicts that are held, expired ones included.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _verdicts.Count;
        }
    }

    /// <summary>The key under which a token is remembered.</summary>
    public static string DigestOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The verdict about a token; null when there is none that is young enough.</summary>
    public AccessVerdict? Find(string digest)
    {
        lock (_lock)
            return _verdicts.TryGetValue(digest, out var found) && time.GetElapsedTime(found.Since) < lifetime ? found.Verdict : null;
    }

    public void Add(string digest, AccessVerdict verdict)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _verdicts[digest] = (verdict, now);
            _byAge.Enqueue((digest, now));
            while (_byAge.Count > capacity) Drop(_byAge.Dequeue());
        }
    }

    /// <summary>A verdict that was renewed since stands in the queue a second time, further behind.</summary>
    private void Drop((string Digest, long Since) oldest)
    {
        if (_verdicts.TryGetValue(oldest.Digest, out var held) && held.Since == oldest.Since) _verdicts.Remove(oldest.Digest);
    }
}
