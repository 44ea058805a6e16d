package org.carme.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks all parts at the same time and waits for each a limited time; a question that still hangs is not asked again. */
final class Round {
    private static final Logger LOG = System.getLogger(Round.class.getName());

    private final ExecutorService executor;
    private final Map<Part, Reply.Question> questions;
    private final Duration patience;
    private final Clock clock;
    private final Map<Part, Future<Asked>> open = new EnumMap<>(Part.class);

    private record Asked(Reply reply, Duration took) {}

    Round(ExecutorService executor, Map<Part, Reply.Question> questions, Duration patience, Clock clock) {
        this.executor = executor;
        this.questions = questions;
        this.patience = patience;
        this.clock = clock;
    }

    /** Never to be called twice at the same time. */
    List<PartState> ask(List<PartState> before) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        questions.forEach((part, question) -> open.compute(
                part,
                (same, hanging) ->
                        hanging == null || hanging.isDone() ? executor.submit(() -> answer(question)) : hanging));
        List<PartState> states = new ArrayList<>();
        for (Part part : questions.keySet()) {
            Asked asked = await(part, deadline);
            Optional<PartState> known =
                    before.stream().filter(state -> state.part() == part).findFirst();
            Instant now = clock.instant();
            states.add(PartState.of(part, asked.reply(), asked.took(), now, known));
        }
        return List.copyOf(states);
    }

    private static Asked answer(Reply.Question question) {
        long begin = System.nanoTime();
        Reply reply = question.ask();
        return new Asked(reply, Duration.ofNanos(System.nanoTime() - begin));
    }

    private Asked await(Part part, long deadline) throws InterruptedException {
        Future<Asked> answer = open.get(part);
        try {
            Asked asked = answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            open.remove(part);
            return asked;
        } catch (TimeoutException e) {
            return new Asked(Reply.SILENCE, patience);
        } catch (ExecutionException e) {
            open.remove(part);
            LOG.log(Level.WARNING, "Could not ask " + part, e.getCause());
            return new Asked(Reply.SILENCE, Duration.ZERO);
        }
    }
}
