package org.carme.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The job XMLs of this version. Their properties {@code time-limit} and {@code alone} are the portal's. */
@ApplicationScoped
class JobDefinitions {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Duration USUAL = Duration.ofHours(1);

    private final Map<String, Optional<JobDefinition>> known = new ConcurrentHashMap<>();

    /** @return empty if there is no such job */
    Optional<JobDefinition> find(String name) {
        return NAME.matcher(name).matches() ? known.computeIfAbsent(name, JobDefinitions::read) : Optional.empty();
    }

    private static Optional<JobDefinition> read(String name) {
        try (InputStream xml = JobDefinitions.class.getResourceAsStream("/META-INF/batch-jobs/" + name + ".xml")) {
            return xml == null ? Optional.empty() : Optional.of(definition(parsed(xml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parsed(InputStream xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(xml);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("A job XML cannot be read", e);
        }
    }

    private static JobDefinition definition(Document document) {
        String limit = property(document, "time-limit").orElse(USUAL.toString());
        return new JobDefinition(
                limit.equals("none") ? Optional.empty() : Optional.of(Duration.parse(limit)),
                !property(document, "alone").equals(Optional.of("false")));
    }

    private static Optional<String> property(Document document, String name) {
        NodeList properties = document.getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            boolean ofTheJob = property.getParentNode().getParentNode().equals(document.getDocumentElement());
            if (ofTheJob && property.getAttribute("name").equals(name)) {
                return Optional.of(property.getAttribute("value"));
            }
        }
        return Optional.empty();
    }
}
