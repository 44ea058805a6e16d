package org.carme.agentlistener;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP request, read strictly: what could be understood in two ways is refused.
 *
 * @param headers by their names in lower case
 */
record HttpRequest(String method, String path, Map<String, String> headers, ByteBuffer body) {
    static final int LARGEST_BODY = 64 * 1024;

    /** For what an agent has found inside an image. */
    static final int LARGEST_CONTENTS = 4 * 1024 * 1024;

    private static final int LARGEST_HEAD = 8 * 1024;
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]{1,16}) (/[!-~]*) HTTP/1\\.[01]");
    private static final Pattern HEADER =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([ -~\\t\\x80-\\xff]*)");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** @throws UnacceptableRequestException if the body is no text */
    String text() throws UnacceptableRequestException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString();
        } catch (CharacterCodingException e) {
            throw new UnacceptableRequestException(400, "not UTF-8");
        }
    }

    /** @return a copy of the body */
    byte[] bytes() {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return bytes;
    }

    /** @throws UnacceptableRequestException if it is malformed, too large, or its length is not said */
    static HttpRequest read(InputStream in) throws IOException {
        List<String> lines = List.of(head(in).split("\r\n", -1));
        Matcher first = REQUEST_LINE.matcher(lines.get(0));
        if (!first.matches()) {
            throw new UnacceptableRequestException(400, "request line");
        }
        Map<String, String> headers = headers(lines.subList(1, lines.size()));
        boolean empty = first.group(1).equals("GET") && !headers.containsKey("content-length");
        int most = first.group(2).equals(AgentEndpoint.CONTENTS_PATH) ? LARGEST_CONTENTS : LARGEST_BODY;
        return new HttpRequest(first.group(1), first.group(2), headers, body(in, empty ? 0 : length(headers, most)));
    }

    /** Everything up to the empty line, byte by byte: the body must stay where it is. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < HEAD_END.length) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed within the head");
            }
            if (head.size() == LARGEST_HEAD) {
                throw new UnacceptableRequestException(431, "head too large");
            }
            head.write(next);
            if (next == HEAD_END[matched]) {
                matched++;
            } else {
                matched = next == HEAD_END[0] ? 1 : 0;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1).substring(0, head.size() - HEAD_END.length);
    }

    private static Map<String, String> headers(List<String> lines) throws UnacceptableRequestException {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new UnacceptableRequestException(400, "header line");
            }
            String name = header.group(1).toLowerCase(Locale.ROOT);
            if (headers.put(name, header.group(2).strip()) != null) {
                throw new UnacceptableRequestException(400, "header twice");
            }
        }
        return headers;
    }

    private static int length(Map<String, String> headers, int most) throws UnacceptableRequestException {
        String length = headers.get("content-length");
        if (length == null || headers.containsKey("transfer-encoding")) {
            throw new UnacceptableRequestException(411, "length not said");
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new UnacceptableRequestException(400, "length");
        }
        if (Integer.parseInt(length) > most) {
            throw new UnacceptableRequestException(413, "body too large");
        }
        return Integer.parseInt(length);
    }

    private static ByteBuffer body(InputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("closed within the body");
        }
        return ByteBuffer.wrap(body).asReadOnlyBuffer();
    }
}
