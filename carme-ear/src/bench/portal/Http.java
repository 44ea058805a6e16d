import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client with its own cookies and headers. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String[] headers;

    /** @param headers names and values in turn */
    Http(String... headers) {
        this.headers = headers;
    }

    HttpResponse<String> get(String url) {
        return send(request(url));
    }

    HttpResponse<String> post(String url, String type, String body) {
        return send(request(url).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String url) {
        return send(request(url).DELETE());
    }

    /** @return whether somebody listens there and is content */
    boolean answers(String url) {
        try {
            return get(url).statusCode() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /** @return the first group of the expression's first match */
    static String find(String text, String expression) {
        Matcher matcher = Pattern.compile(expression).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + expression + " in " + text);
        }
        return matcher.group(1);
    }

    private HttpRequest.Builder request(String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
