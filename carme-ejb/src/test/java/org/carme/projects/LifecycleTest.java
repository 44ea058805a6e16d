package org.carme.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every state, event and actor: what is written here is allowed, and nothing else. */
class LifecycleTest {
    private static final List<String> PROJECTS = List.of(
            "REQUESTED APPROVE ADMIN -> ACTIVE",
            "REQUESTED REFUSE ADMIN -> REFUSED",
            "REQUESTED CHANGE OWNER -> REQUESTED",
            "REQUESTED CLASSIFY ADMIN -> REQUESTED",
            "REFUSED REQUEST_AGAIN OWNER -> REQUESTED",
            "REFUSED CHANGE OWNER -> REFUSED",
            "ACTIVE CHANGE MANAGER -> ACTIVE",
            "ACTIVE CHANGE OWNER -> ACTIVE",
            "ACTIVE ASSIGN ADMIN -> ACTIVE",
            "ACTIVE CLASSIFY ADMIN -> ACTIVE",
            "ACTIVE ASK_RENEWAL MANAGER -> ACTIVE",
            "ACTIVE ASK_RENEWAL OWNER -> ACTIVE",
            "ACTIVE RENEW ADMIN -> ACTIVE",
            "ACTIVE ARCHIVE OWNER -> ARCHIVED",
            "ACTIVE ARCHIVE ADMIN -> ARCHIVED",
            "ACTIVE HAND_OVER OWNER -> ACTIVE",
            "ACTIVE HAND_OVER ADMIN -> ACTIVE",
            "ARCHIVED UNARCHIVE ADMIN -> ACTIVE",
            "ARCHIVED HAND_OVER ADMIN -> ARCHIVED");

    /** AGREED stands for what follows when user and project agree. */
    private static final List<String> MEMBERS = List.of(
            "NONE REQUEST SELF -> REQUESTED",
            "NONE INVITE MANAGER -> INVITED",
            "NONE INVITE OWNER -> INVITED",
            "NONE TAKE_OVER ADMIN -> OWNER",
            "REQUESTED DECLINE MANAGER -> NONE",
            "REQUESTED DECLINE OWNER -> NONE",
            "REQUESTED APPROVE MANAGER -> AGREED",
            "REQUESTED APPROVE OWNER -> AGREED",
            "REQUESTED LEAVE SELF -> NONE",
            "REQUESTED TAKE_OVER ADMIN -> OWNER",
            "INVITED ACCEPT SELF -> AGREED",
            "INVITED DECLINE SELF -> NONE",
            "INVITED REMOVE MANAGER -> NONE",
            "INVITED REMOVE OWNER -> NONE",
            "INVITED REMOVE ADMIN -> NONE",
            "INVITED TAKE_OVER ADMIN -> OWNER",
            "AWAITING_ADMIN DECLINE ADMIN -> NONE",
            "AWAITING_ADMIN APPROVE ADMIN -> MEMBER",
            "AWAITING_ADMIN LEAVE SELF -> NONE",
            "AWAITING_ADMIN REMOVE MANAGER -> NONE",
            "AWAITING_ADMIN REMOVE OWNER -> NONE",
            "AWAITING_ADMIN TAKE_OVER ADMIN -> OWNER",
            "MEMBER PROMOTE OWNER -> MANAGER",
            "MEMBER PROMOTE ADMIN -> MANAGER",
            "MEMBER LEAVE SELF -> NONE",
            "MEMBER REMOVE MANAGER -> NONE",
            "MEMBER REMOVE OWNER -> NONE",
            "MEMBER REMOVE ADMIN -> NONE",
            "MEMBER TAKE_OVER OWNER -> OWNER",
            "MEMBER TAKE_OVER ADMIN -> OWNER",
            "MANAGER DEMOTE OWNER -> MEMBER",
            "MANAGER DEMOTE ADMIN -> MEMBER",
            "MANAGER LEAVE SELF -> NONE",
            "MANAGER REMOVE OWNER -> NONE",
            "MANAGER REMOVE ADMIN -> NONE",
            "MANAGER TAKE_OVER OWNER -> OWNER",
            "MANAGER TAKE_OVER ADMIN -> OWNER",
            "OWNER STEP_DOWN OWNER -> MANAGER",
            "OWNER STEP_DOWN ADMIN -> MANAGER");

    @Test
    void allowsOfProjectsWhatIsWrittenAlone() {
        assertThat(allowed(ProjectLifecycle.TABLE, ProjectState.values(), ProjectEvent.values()))
                .containsExactlyInAnyOrderElementsOf(PROJECTS);
    }

    @Test
    void allowsOfMembershipsWhatIsWrittenAlone() {
        assertThat(allowed(MemberLifecycle.table(false), MemberState.values(), MemberEvent.values()))
                .containsExactlyInAnyOrderElementsOf(agreed("MEMBER"));
    }

    @Test
    void letsAnAdministratorDecideLastWhereThatIsConfigured() {
        assertThat(allowed(MemberLifecycle.table(true), MemberState.values(), MemberEvent.values()))
                .containsExactlyInAnyOrderElementsOf(agreed("AWAITING_ADMIN"));
    }

    @Test
    void offersExactlyWhatItAllows() {
        TransitionTable<MemberState, MemberEvent> table = MemberLifecycle.table(false);
        for (MemberState state : MemberState.values()) {
            for (Actor actor : Actor.values()) {
                Set<MemberEvent> offered = table.possible(state, Set.of(actor));
                for (MemberEvent event : MemberEvent.values()) {
                    assertThat(offered.contains(event))
                            .as(state + " " + event + " " + actor)
                            .isEqualTo(isAllowed(table, state, event, actor));
                }
            }
        }
    }

    @Test
    void allowsNothingToWhoeverIsNobody() {
        for (MemberState state : MemberState.values()) {
            assertThat(MemberLifecycle.table(false).possible(state, EnumSet.noneOf(Actor.class)))
                    .isEmpty();
        }
    }

    private static List<String> agreed(String state) {
        return MEMBERS.stream().map(row -> row.replace("AGREED", state)).toList();
    }

    private static <S, E> List<String> allowed(TransitionTable<S, E> table, S[] states, E[] events) {
        List<String> found = new ArrayList<>();
        for (S state : states) {
            for (E event : events) {
                for (Actor actor : Actor.values()) {
                    if (isAllowed(table, state, event, actor)) {
                        found.add(state + " " + event + " " + actor + " -> " + table.next(state, event, Set.of(actor)));
                    }
                }
            }
        }
        return found;
    }

    private static <S, E> boolean isAllowed(TransitionTable<S, E> table, S state, E event, Actor actor) {
        try {
            table.next(state, event, Set.of(actor));
            return true;
        } catch (ProjectConflictException | ProjectNotPermittedException refused) {
            return false;
        }
    }
}
