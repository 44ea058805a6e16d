import java.net.URI;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An open home page: logged in, its push sockets open, asking for its content whenever it is told to. */
final class Page implements WebSocket.Listener {
    private static final Pattern SOCKET = Pattern.compile("/jakarta\\.faces\\.push/[a-z]+\\?[0-9a-f-]+");
    private static final Pattern RUNNING = Pattern.compile("id=\"job-(\\d+)\" data-state=\"(STARTING|RUNNING)\"");

    private final Http browser;
    private final String portal;
    private final Map<String, Long> running = new ConcurrentHashMap<>();

    Page(Carme carme) {
        portal = carme.portal;
        browser = Login.browser(portal, "alice", carme.password);
        String home = browser.get(portal + "/index.xhtml").body();
        Matcher sockets = SOCKET.matcher(home);
        if (!sockets.find()) {
            throw new IllegalStateException("no home page: " + home);
        }
        do {
            browser.client
                    .newWebSocketBuilder()
                    .header("Origin", portal)
                    .buildAsync(URI.create(portal.replace("http:", "ws:") + sockets.group()), this)
                    .join();
        } while (sockets.find());
    }

    /** @return nanoTime when the page first had the job running, null before */
    Long seenRunning(String id) {
        return running.get(id);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        Matcher jobs = RUNNING.matcher(browser.get(portal + "/index.xhtml").body());
        while (jobs.find()) {
            running.putIfAbsent(jobs.group(1), System.nanoTime());
        }
        socket.request(1);
        return null;
    }
}
