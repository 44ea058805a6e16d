import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Logs in as people do. */
final class Login {
    private Login() {}

    /** @return a browser with the user's session, at the home page */
    static Http browser(String portal, String user, String password) {
        Http browser = new Http("Origin", portal);
        String login = browser.get(portal + "/login.xhtml").body();
        String form = "login=login&to=%2F&user=" + user + "&enter=Log+in&password=" + password
                + "&jakarta.faces.ViewState="
                + URLEncoder.encode(value(login, "jakarta.faces.ViewState"), StandardCharsets.UTF_8)
                + "&primefaces.nonce=" + value(login, "primefaces.nonce");
        browser.post(portal + "/login.xhtml", "application/x-www-form-urlencoded", form);
        return browser;
    }

    private static String value(String page, String name) {
        return Http.find(page, "name=\"" + Pattern.quote(name) + "\"[^>]* value=\"([^\"]*)\"");
    }
}
