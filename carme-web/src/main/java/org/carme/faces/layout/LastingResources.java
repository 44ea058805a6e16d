package org.carme.faces.layout;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives every script, style and picture an address that changes with its content: browsers keep it for good, and the
 * pages of a new version never meet the styles of the old one.
 */
public class LastingResources extends ResourceHandlerWrapper {
    private static final String VERSION = "v";
    private static final int DIGITS = 12;

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    /** The container calls it with the handler that finds the resources. */
    public LastingResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name) {
        return lasting(super.createResource(name));
    }

    @Override
    public Resource createResource(String name, String library) {
        return lasting(super.createResource(name, library));
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        return lasting(super.createResource(name, library, contentType));
    }

    private Resource lasting(Resource resource) {
        return resource == null ? null : new Lasting(resource);
    }

    /** Not by computeIfAbsent: reading a style asks for the versions of what it names. */
    private String version(Resource resource) {
        String key = resource.getLibraryName() + "/" + resource.getResourceName();
        String known = versions.get(key);
        if (known == null) {
            known = digest(resource);
            versions.put(key, known);
        }
        return known;
    }

    private static String digest(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Lasting extends ResourceWrapper {
        Lasting(Resource wrapped) {
            super(wrapped);
        }

        /** PrimeFaces names the version of its own itself. */
        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            if (path.contains("&" + VERSION + "=")) {
                return path;
            }
            return path + (path.contains("?") ? "&" : "?") + VERSION + "=" + version(getWrapped());
        }

        @Override
        public Map<String, String> getResponseHeaders() {
            Map<String, String> headers = new HashMap<>(super.getResponseHeaders());
            if (FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestParameterMap()
                    .containsKey(VERSION)) {
                headers.put("Cache-Control", "public, max-age=31536000, immutable");
                headers.put("Vary", "Accept-Encoding");
            }
            return headers;
        }
    }
}
