package org.carme.delivery;

/**
 * What became of a letter.
 *
 * @param words why it has not arrived, as a code for what the portal itself found or in the other side's words
 */
public record Outcome(Result result, String words) {
    static final Outcome NOT_OFFERED = new Outcome(Result.REFUSED, "not-offered");

    private static final int LONGEST = 300;

    /** Whether it was sent, and whether to send it again. */
    public enum Result {
        SENT,
        /** Surely not sent; worth another try. */
        FAILED,
        /** Nobody knows whether it was sent: worth another try, of the same letter. */
        UNSURE,
        /** Surely not sent, and never will be. */
        REFUSED
    }

    public Outcome {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        words = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    public static Outcome sent() {
        return new Outcome(Result.SENT, "");
    }

    public boolean isSent() {
        return result == Result.SENT;
    }
}
