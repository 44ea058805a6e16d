package org.carme.health;

/**
 * What came of asking a part.
 *
 * @param words of one that is up its version, of another why it is not; empty if nobody says
 */
record Reply(boolean up, String words) {
    /** It has not answered in time, or nobody says why not. */
    static final Reply SILENCE = new Reply(false, "");

    /** Asks one part; may take as long as the part's own time-out. */
    interface Question {
        Reply ask();
    }
}
