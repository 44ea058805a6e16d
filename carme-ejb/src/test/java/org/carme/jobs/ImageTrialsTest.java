package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageOption;
import org.carme.images.ImageReference;
import org.carme.images.ImageStarts;
import org.carme.images.VersionState;
import org.carme.templates.AcceleratorOption;
import org.carme.templates.NodeChoice;
import org.carme.templates.StartOptions;
import org.carme.templates.StartOptionsService;
import org.carme.templates.TemplateOption;
import org.carme.users.DirectoryService;
import org.carme.users.Person;
import org.junit.jupiter.api.Test;

class ImageTrialsTest {
    private static final ImageReference TORCH = ImageReference.of("torch:2.4");
    private boolean free;
    private List<TemplateOption> offered = List.of();
    private StartRequest asked;

    @Test
    void takesTheSmallestThatIsFree() {
        offered = List.of(template("gpu", 480, 0, "torch"), template("small", 480, 2, "torch"), template("cpu", 9, 9));

        start();

        assertThat(asked.template()).isEqualTo("small");
        assertThat(asked.acceleratorsPerNode()).isEqualTo(1);
        assertThat(asked.nodes()).isEqualTo(1);
        assertThat(asked.image()).isEqualTo("torch:2.4");
        assertThat(asked.timeLimit()).contains(Duration.ofMinutes(30));
        assertThat(asked.idempotencyKey()).contains("key");
    }

    @Test
    void waitsWhereNothingIsFreeAndKeepsToTheTemplate() {
        offered = List.of(template("gpu", 10, 0, "torch"));

        start();

        assertThat(asked.timeLimit()).contains(Duration.ofMinutes(10));
    }

    @Test
    void needsATemplateThatOffersTheImageButForOwners() {
        offered = List.of(template("gpu", 480, 2, "other"));
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("invalid-request.trial"));

        free = true;
        start();

        assertThat(asked.template()).isEqualTo("gpu");
    }

    private void start() {
        ImageTrials trials = new ImageTrials();
        trials.templates = new StartOptionsService() {
            @Override
            public StartOptions options(String user) {
                return new StartOptions(offered);
            }
        };
        trials.directory = new DirectoryService() {
            @Override
            public Person person(String name) {
                return new Person(name, name, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of());
            }
        };
        trials.images = new ImageStarts() {
            @Override
            public boolean isFree(Person person, String image) {
                return free;
            }
        };
        trials.jobs = new JobService() {
            @Override
            public JobSummary submit(String user, StartRequest request) {
                asked = request;
                return null;
            }
        };
        trials.start("alice", TORCH, Optional.of("key"));
    }

    private static TemplateOption template(String name, int minutes, int freeOnes, String... images) {
        return new TemplateOption(
                name,
                "lab",
                "lab",
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(5),
                4,
                List.of(new AcceleratorOption(
                        "a100", freeOnes, 4, List.of(new NodeChoice(1, 1, freeOnes), new NodeChoice(4, 1, 0)))),
                List.of(images).stream()
                        .map(image -> new ImageOption(
                                image,
                                image,
                                "",
                                false,
                                List.of(new ImageOption.VersionOption("2.4", VersionState.ACTIVE))))
                        .toList());
    }
}
