package org.carme.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.Administrators;
import org.carme.users.DirectoryUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanaryNewsTest {
    private final CanaryNews news = new CanaryNews();
    private final List<String> told = new ArrayList<>();
    private boolean away;

    @BeforeEach
    void haveOneRunToTellOf() {
        news.administrators = new Administrators() {
            @Override
            public Set<String> all() {
                if (away) {
                    throw new DirectoryUnavailableException();
                }
                return Set.of("admin");
            }
        };
        news.store = new CanaryStore() {
            @Override
            Optional<Long> news() {
                return told.isEmpty() ? Optional.of(7L) : Optional.empty();
            }

            @Override
            void tell(long run, Set<String> people) {
                people.forEach(admin -> told.add(admin + " " + run));
            }
        };
    }

    @Test
    void tellsLaterWhatItCannotTellWhileTheDirectoryIsAway() {
        away = true;
        news.tell();
        assertThat(told).isEmpty();
        away = false;
        news.tell();
        news.tell();

        assertThat(told).containsExactly("admin 7");
    }
}
