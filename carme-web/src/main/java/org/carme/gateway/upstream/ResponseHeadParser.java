package org.carme.gateway.upstream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the head of an answer strictly: CRLF only, no folded lines, no spaces before the colon, no control characters. */
final class ResponseHeadParser {
    private static final int MOST_HEADERS = 200;
    private static final int STATUS_LINE = "HTTP/1.1 200".length();

    private final byte[] bytes;
    private final int end;
    private int position;

    /** @param end just after the empty line */
    ResponseHeadParser(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    ResponseHead parse() throws BadAnswerException {
        String first = line();
        if (first.length() < STATUS_LINE || !first.startsWith("HTTP/1.") || first.charAt(8) != ' ') {
            throw new BadAnswerException("no status line of HTTP/1");
        }
        int minorVersion = digit(first.charAt(7));
        int status = digit(first.charAt(9)) * 100 + digit(first.charAt(10)) * 10 + digit(first.charAt(11));
        if (minorVersion > 1 || status < 100 || (first.length() > STATUS_LINE && first.charAt(STATUS_LINE) != ' ')) {
            throw new BadAnswerException("no status line of HTTP/1.0 or HTTP/1.1");
        }
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (headers.size() == MOST_HEADERS) {
                throw new BadAnswerException("more than " + MOST_HEADERS + " headers");
            }
            headers.add(header(line));
        }
        return new ResponseHead(minorVersion, status, headers);
    }

    private static Header header(String line) throws BadAnswerException {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            throw new BadAnswerException("a header line without a name");
        }
        Header header =
                new Header(line.substring(0, colon), line.substring(colon + 1).strip());
        if (!header.isClean()) {
            throw new BadAnswerException("a header with forbidden characters");
        }
        return header;
    }

    private String line() throws BadAnswerException {
        int start = position;
        int at = start;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        if (at == end || at == start || bytes[at - 1] != '\r') {
            throw new BadAnswerException("a line that does not end in CRLF");
        }
        position = at + 1;
        return new String(bytes, start, at - 1 - start, StandardCharsets.ISO_8859_1);
    }

    private static int digit(char c) throws BadAnswerException {
        if (c < '0' || c > '9') {
            throw new BadAnswerException("a letter where a digit belongs");
        }
        return c - '0';
    }
}
