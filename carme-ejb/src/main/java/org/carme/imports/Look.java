package org.carme.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.carme.common.CarmeException;

/** One look at a store that goes on elsewhere, or has ended. A disk that does not answer keeps it from ending. */
final class Look {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String folder;
    private final Budget budget;
    private final CompletableFuture<StoreContents> result;
    private final Duration longest;
    private final long silentFrom;

    /**
     * Makes one that has begun.
     *
     * @param result comes from another thread
     * @param longest after which it should end
     */
    Look(String folder, Budget budget, CompletableFuture<StoreContents> result, Duration longest) {
        this.folder = folder;
        this.budget = budget;
        this.result = result;
        this.longest = longest;
        this.silentFrom = System.nanoTime() + longest.plus(GRACE).toNanos();
    }

    /** @return how many entries were looked at so far */
    int entries() {
        return budget.entries();
    }

    boolean isOver() {
        return result.isDone();
    }

    /** @return whether it goes on, or has seen something since then */
    boolean isOf(Instant time) {
        return !isOver()
                || (!result.isCompletedExceptionally() && result.join().at().isAfter(time));
    }

    /**
     * Waits for its end.
     *
     * @return empty if it still goes on
     * @throws StoreUnavailableException if nothing can be seen, or the store does not answer at all
     */
    Optional<StoreContents> await(Duration patience) {
        try {
            return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            if (System.nanoTime() - silentFrom > 0) {
                throw StoreUnavailableException.silent(folder, longest);
            }
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CarmeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreUnavailableException.silent(folder, longest);
        }
    }
}
