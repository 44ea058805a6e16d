package org.carme.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A step of a batch job, as the job's XML has it.
 *
 * @param number 0 of the first
 * @param alone whether what a dead portal has left of the job is gone on with
 * @param left the steps that an execution has which goes on there
 */
record BatchStep(String job, String name, int number, boolean alone, List<String> left) {
    private static final Path JOBS = Path.of("../carme-batch/src/main/resources/META-INF/batch-jobs");

    /** @return every step of every job */
    static List<BatchStep> all() {
        try (Stream<Path> files = Files.list(JOBS)) {
            return files.sorted().flatMap(BatchStep::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<BatchStep> read(Path file) {
        Element job = root(file);
        boolean alone = elements(job, "property")
                .noneMatch(property -> property.getAttribute("name").equals("alone")
                        && property.getAttribute("value").equals("false"));
        List<Element> steps = elements(job, "step").toList();
        return IntStream.range(0, steps.size())
                .mapToObj(at -> new BatchStep(job.getAttribute("id"), id(steps.get(at)), at, alone, left(steps, at)));
    }

    private static List<String> left(List<Element> steps, int at) {
        return IntStream.range(0, steps.size())
                .filter(i -> i >= at
                        || steps.get(i).getAttribute("allow-start-if-complete").equals("true"))
                .mapToObj(i -> id(steps.get(i)))
                .toList();
    }

    private static String id(Element step) {
        return step.getAttribute("id");
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Element root(Path file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return job + "/" + name;
    }
}
