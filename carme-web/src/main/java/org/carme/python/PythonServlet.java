package org.carme.python;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where pip finds the Python package that fits this portal: an index by the simple repository API (PEP 503), to anybody,
 * because it holds nothing that is anybody's own.
 */
@WebServlet("/python/*")
public class PythonServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SOURCES = "/WEB-INF/python/";
    private static final String PACKAGE = SOURCES + "carme/";

    private transient Map<String, byte[]> answers;

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        Map<String, byte[]> sources = new TreeMap<>();
        for (String path : getServletContext().getResourcePaths(PACKAGE)) {
            sources.put(path.substring(SOURCES.length()), read(path));
        }
        Wheel wheel = Wheel.of(sources);
        answers = Map.of(
                "/simple/",
                page("carme/", "carme"),
                "/simple/carme/",
                page("../../" + wheel.fileName() + "#sha256=" + wheel.sha256(), wheel.fileName()),
                "/" + wheel.fileName(),
                wheel.content());
    }

    private byte[] read(String path) throws ServletException {
        try (InputStream file = getServletContext().getResourceAsStream(path)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new ServletException(path, e);
        }
    }

    private static byte[] page(String target, String words) {
        String page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>carme</title></head><body><a href=\""
                + target + "\">" + words + "</a></body></html>";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        byte[] answer = answers.get(path);
        if (answer == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(path.endsWith("/") ? "text/html;charset=utf-8" : "application/octet-stream");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
