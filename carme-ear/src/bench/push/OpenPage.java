import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Somebody's home page, told by its push socket of what changes for him; then it asks for its whole content, which is
 * more than a browser does. All share one client: a thousand of them would be a thousand selectors.
 */
final class OpenPage implements WebSocket.Listener {
    private final HttpClient client;
    private final String portal;
    private String cookie = "";
    private volatile boolean expecting;
    private volatile Long toldAt;
    private volatile Long shownAt;

    OpenPage(HttpClient client, String portal) {
        this.client = client;
        this.portal = portal;
    }

    OpenPage open(String user, String password) throws IOException, InterruptedException {
        String login = body(send(request("/login.xhtml")));
        String form = "login=login&to=%2F&user=" + user + "&enter=Log+in&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + "&jakarta.faces.ViewState="
                + URLEncoder.encode(value(login, "jakarta.faces.ViewState"), StandardCharsets.UTF_8)
                + "&primefaces.nonce=" + value(login, "primefaces.nonce");
        send(request("/login.xhtml")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        String home = body(send(request("/index.xhtml")));
        String socket = Http.find(home, "(/jakarta\\.faces\\.push/changes\\?[0-9a-f-]+)");
        client.newWebSocketBuilder()
                .header("Origin", portal)
                .header("Cookie", cookie)
                .buildAsync(URI.create(portal.replace("http:", "ws:") + socket), this)
                .join();
        return this;
    }

    void expect() {
        toldAt = null;
        shownAt = null;
        expecting = true;
    }

    /** @return nanoTime of the message since it was expected, null before */
    Long toldAt() {
        return toldAt;
    }

    /** @return nanoTime when the page had its new content, null before */
    Long shownAt() {
        return shownAt;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        socket.request(1);
        if (!expecting) {
            return null;
        }
        expecting = false;
        toldAt = System.nanoTime();
        return client.sendAsync(request("/index.xhtml").build(), HttpResponse.BodyHandlers.ofString())
                .thenAccept(answer -> {
                    body(answer);
                    shownAt = System.nanoTime();
                });
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal + path))
                .timeout(Duration.ofSeconds(60))
                .header("Origin", portal)
                .header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().firstValue("Set-Cookie").ifPresent(given -> cookie = given.split(";")[0]);
        return answer;
    }

    private static String body(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.uri());
        }
        return answer.body();
    }

    private static String value(String page, String name) {
        return Http.find(page, "name=\"" + name.replace(".", "\\.") + "\"[^>]* value=\"([^\"]*)\"");
    }
}
