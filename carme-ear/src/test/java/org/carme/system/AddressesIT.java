package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Addresses that were cut off, typed or made up: each parameter of each page, read from the sources. */
class AddressesIT {
    private static final Path PAGES = Path.of("../carme-web/src/main/webapp");
    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam name=\"(\\w+)\"");
    private static final List<String> VALUES =
            List.of("abc", "-1", "99999999999999999999", "a'b\"<", "\0", "x".repeat(3000));

    private static Chromium chromium;
    private static Page tab;

    private final Complaints complaints = new Complaints();

    @BeforeAll
    static void begin() {
        Portal.up();
        chromium = new Chromium();
        tab = HomePage.logIn(chromium.open(Look.DESK), "admin").tab();
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    @Test
    void leadToAWholePageWhateverStandsInThem() throws IOException {
        List<String> addresses = addresses();

        assertThat(addresses).hasSizeGreaterThan(500);
        assertThat(addresses.stream()
                        .flatMap(address -> trouble(address, tab.request().get(Api.PORTAL + address))))
                .isEmpty();
    }

    @Test
    void sayWhatIsWrongWithThem() {
        complaints.of(tab);
        assertThat(tab.navigate(Api.PORTAL + "/admin/batch-job.xhtml?name=nothing")
                        .status())
                .isEqualTo(404);
        assertThat(tab.locator("main").innerText()).contains("There is no batch job nothing.");
        assertThat(tab.navigate(Api.PORTAL + "/history.xhtml?from=yesterday").status())
                .isEqualTo(400);
        assertThat(tab.locator("main").innerText()).contains("Days must be dates");
        assertThat(complaints.all()).allMatch(complaint -> complaint.contains("responded with a status of 40"));
    }

    private static List<String> addresses() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .filter(file -> !file.startsWith(PAGES.resolve("WEB-INF")))
                    .flatMap(file -> Stream.concat(Stream.of(""), wrongParameters(file))
                            .map(query -> "/" + PAGES.relativize(file) + query))
                    .toList();
        }
    }

    private static Stream<String> wrongParameters(Path file) {
        return PARAMETER
                .matcher(read(file))
                .results()
                .map(found -> found.group(1))
                .flatMap(name -> VALUES.stream()
                        .map(value -> "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> trouble(String address, APIResponse answer) {
        boolean isPage = answer.headers().getOrDefault("content-type", "").contains("html");
        boolean isWhole = !isPage || answer.text().strip().endsWith("</html>");
        return answer.status() < 500 && isWhole ? Stream.empty() : Stream.of(answer.status() + " for " + address);
    }
}
