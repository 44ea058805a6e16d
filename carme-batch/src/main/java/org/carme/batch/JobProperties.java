package org.carme.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a job's XML says to the portal rather than to the runtime: the properties of the job itself. */
public final class JobProperties {
    private JobProperties() {}

    /** @throws IllegalStateException if it is no job of that name */
    public static Map<String, String> read(String name, InputStream xml) throws IOException {
        Element job = parsed(name, xml).getDocumentElement();
        if (!job.getAttribute("id").equals(name)) {
            throw new IllegalStateException(name + ".xml must be a job of that id");
        }
        Map<String, String> found = new TreeMap<>();
        NodeList all = job.getElementsByTagName("property");
        for (int i = 0; i < all.getLength(); i++) {
            Element property = (Element) all.item(i);
            if (property.getParentNode().getParentNode().equals(job)) {
                found.put(property.getAttribute("name"), property.getAttribute("value"));
            }
        }
        return found;
    }

    private static Document parsed(String name, InputStream xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(xml);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(name + ".xml cannot be read", e);
        }
    }
}
