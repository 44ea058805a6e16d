package org.carme.rest.projects;

import java.util.Map;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.projects.MemberEvent;

/** The words for what can be done about a membership. */
final class MemberAction {
    private static final Map<String, MemberEvent> EVENTS = Map.of(
            "accept", MemberEvent.ACCEPT,
            "decline", MemberEvent.DECLINE,
            "approve", MemberEvent.APPROVE,
            "promote", MemberEvent.PROMOTE,
            "demote", MemberEvent.DEMOTE);

    private MemberAction() {}

    static MemberEvent event(String word) {
        return Optional.ofNullable(EVENTS.get(word))
                .orElseThrow(() -> new InvalidRequestException("invalid-request.field", "action"));
    }
}
