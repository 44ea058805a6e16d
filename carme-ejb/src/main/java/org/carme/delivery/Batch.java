package org.carme.delivery;

import java.util.List;
import org.carme.messages.Message;

/**
 * What one sender has claimed.
 *
 * @param claim valid until the lease ends and somebody else claims the same
 * @param letter the same for each claim of the same messages
 */
record Batch(String claim, String letter, List<Message> messages) {}
