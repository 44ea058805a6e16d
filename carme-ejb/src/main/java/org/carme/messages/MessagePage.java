package org.carme.messages;

import java.util.List;
import java.util.Optional;

/**
 * A part of somebody's messages, newest first.
 *
 * @param next the cursor of the following part, empty at the end
 */
public record MessagePage(List<Message> messages, Optional<String> next) {}
