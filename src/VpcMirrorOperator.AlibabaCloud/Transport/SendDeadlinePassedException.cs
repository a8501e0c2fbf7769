namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>
/// Thrown instead of sending. Not an <see cref="IOException"/>: SocketsHttpHandler would take that for a broken connection and send the
/// request again on another one.
/// </summary>
internal sealed class SendDeadlinePassedException() : Exception(Text)
{
    /// <summary>The failure in words for a person.</summary>
    public const string Text = "it was not sent: the time allowed for sending had passed, so the decision behind it may be out of date";

    /// <summary>Whether <paramref name="failure"/>, or what caused it, is a refusal to send.</summary>
    public static bool IsCauseOf(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is SendDeadlinePassedException)
                return true;
        return false;
    }
}
