package org.carme.projects;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may follow upon what, and who may cause it.
 *
 * @param <S> states
 * @param <E> events
 */
final class TransitionTable<S, E> {
    private final List<Transition<S, E>> transitions;

    TransitionTable(List<Transition<S, E>> transitions) {
        this.transitions = transitions;
    }

    /** A row of the table. */
    record Transition<S, E>(S from, E event, S to, Set<Actor> who) {
        boolean isFor(Set<Actor> actors) {
            return !Collections.disjoint(who, actors);
        }
    }

    static <S, E> Transition<S, E> on(S from, E event, S to, Actor... who) {
        return new Transition<>(from, event, to, Set.of(who));
    }

    /**
     * The state that the event leads to. Whoever may never cause it is not told whether it would be possible now.
     *
     * @throws ProjectNotPermittedException if none of the actors may cause it
     * @throws ProjectConflictException if it does not follow upon the state
     */
    S next(S from, E event, Set<Actor> actors) {
        List<Transition<S, E>> known =
                transitions.stream().filter(row -> row.event().equals(event)).toList();
        if (known.stream().noneMatch(row -> row.isFor(actors))) {
            throw new ProjectNotPermittedException();
        }
        Transition<S, E> found = known.stream()
                .filter(row -> row.from().equals(from))
                .findFirst()
                .orElseThrow(ProjectConflictException::new);
        if (!found.isFor(actors)) {
            throw new ProjectNotPermittedException();
        }
        return found.to();
    }

    /** @return the events that the actors can cause in that state */
    Set<E> possible(S from, Set<Actor> actors) {
        return transitions.stream()
                .filter(row -> row.from().equals(from) && row.isFor(actors))
                .map(Transition::event)
                .collect(Collectors.toSet());
    }
}
