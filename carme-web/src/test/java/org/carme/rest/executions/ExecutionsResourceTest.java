package org.carme.rest.executions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.common.Part;
import org.carme.executions.Cause;
import org.carme.executions.ExecutionQuery;
import org.carme.executions.ExecutionService;
import org.carme.executions.ExecutionStatus;
import org.carme.executions.ExecutionSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How executions are asked for by programs. */
class ExecutionsResourceTest {
    private final ExecutionsResource resource = new ExecutionsResource();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        resource.executions = new FakeExecutions();
        Principal admin = () -> "admin";
        resource.security = (SecurityContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SecurityContext.class}, (proxy, method, given) -> admin);
    }

    @Test
    void asksForThoseThatAreWanted() {
        resource.list("clean-up", true, 3, "17");
        resource.list(null, false, 50, null);

        assertThat(asked)
                .containsExactly(
                        "admin Optional[clean-up] true 3 Optional[17]", "admin Optional.empty false 50 Optional.empty");
    }

    @Test
    void saysWhereTheFollowingPartBegins() {
        ExecutionListDto found = resource.list("clean-up", true, 1, null);

        assertThat(found.executions()).extracting(ExecutionDto::status).containsExactly("failed");
        assertThat(found.next()).isEqualTo("4");
    }

    private final class FakeExecutions extends ExecutionService {
        @Override
        public Part<ExecutionSummary> list(String admin, ExecutionQuery query, int limit, Optional<String> cursor) {
            asked.add(admin + ' ' + query.job() + ' ' + query.failed() + ' ' + limit + ' ' + cursor);
            return new Part<>(
                    List.of(new ExecutionSummary(
                            4,
                            "clean-up",
                            ExecutionStatus.FAILED,
                            new ExecutionSummary.Origin(Cause.PORTAL, ""),
                            "",
                            Instant.EPOCH,
                            Optional.empty())),
                    Optional.of("4"));
        }
    }
}
