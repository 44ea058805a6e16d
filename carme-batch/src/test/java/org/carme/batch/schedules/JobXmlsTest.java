package org.carme.batch.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.carme.schedules.CatchUp;
import org.carme.schedules.ScheduledJob;
import org.junit.jupiter.api.Test;

/** What the XMLs of the jobs say of their schedules. */
class JobXmlsTest {
    @Test
    void findsEveryJobAndItsSchedule() {
        List<String> files = Stream.of(new File("src/main/resources/META-INF/batch-jobs").list())
                .map(name -> name.replace(".xml", ""))
                .toList();

        assertThat(JobXmls.read()).extracting(ScheduledJob::name).containsExactlyInAnyOrderElementsOf(files);
        assertThat(JobXmls.read())
                .filteredOn(job -> job.usual().isEmpty())
                .extracting(ScheduledJob::name)
                .as("started only when there is something to do")
                .containsExactly("submit-jobs");
    }

    @Test
    void completeOnlyWithoutAStepThatHasFailed() throws Exception {
        String open = "//*[local-name()='next'][@on='*'][not(preceding-sibling::*[local-name()='fail'][@on='FAILED'])]";
        String judged = "//*[local-name()='step'][last()]/*[local-name()='batchlet'][@ref='judgeSteps']";
        for (File file : new File("src/main/resources/META-INF/batch-jobs").listFiles()) {
            assertThat(evaluate(file, "count(" + open + ") = 0 or boolean(" + judged + ")"))
                    .as(file.getName())
                    .isEqualTo("true");
        }
    }

    @Test
    void cleanUpWhateverHasFailedBefore() throws Exception {
        String goingOn = "*[local-name()='next'][@on='*']/@to = following-sibling::*[local-name()='step'][1]/@id";
        String steps = "//*[local-name()='step'][position() < last()]";

        assertThat(evaluate(
                        new File("src/main/resources/META-INF/batch-jobs/clean-up.xml"),
                        "count(" + steps + ") > 10 and count(" + steps + "[not(" + goingOn + ")]) = 0"))
                .isEqualTo("true");
    }

    private static String evaluate(File file, String path) throws Exception {
        return XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        path,
                        DocumentBuilderFactory.newDefaultNSInstance()
                                .newDocumentBuilder()
                                .parse(file));
    }

    @Test
    void readsScheduleAndParameters() throws IOException {
        ScheduledJob job = JobXml.read("nightly", xml("""
                <property name="schedule" value="5 4 * * *"/><property name="catch-up" value="skip"/>
                <property name="parameter.days" value="[0-9]+"/><property name="time-limit" value="PT2H"/>"""));

        assertThat(job.usual().orElseThrow().cron().text()).isEqualTo("5 4 * * *");
        assertThat(job.usual().orElseThrow().catchUp()).isEqualTo(CatchUp.SKIP);
        assertThat(job.parameters()).containsOnlyKeys("days");
    }

    @Test
    void refusesOneThatDoesNotSayWhenItIsStarted() {
        assertThatThrownBy(() -> JobXml.read("nightly", xml("<property name=\"catch-up\" value=\"skip\"/>")))
                .hasMessageContaining("nightly.xml");
        assertThatThrownBy(() -> JobXml.read("other", xml("<property name=\"schedule\" value=\"none\"/>")))
                .hasMessageContaining("other.xml");
    }

    private static InputStream xml(String properties) {
        String xml = "<job id=\"nightly\" xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"2.0\"><properties>"
                + properties
                + "</properties><step id=\"one\"><properties><property name=\"schedule\" value=\"none\"/></properties>"
                + "<batchlet ref=\"one\"/></step></job>";
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
