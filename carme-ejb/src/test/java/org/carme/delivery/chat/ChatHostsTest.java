package org.carme.delivery.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.carme.common.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatHostsTest {
    private final ChatHosts hosts = ChatHosts.read(new TestConfig(Map.of(
            "carme.chat.hosts", "hooks.slack.com, Chat.example.org:8443",
            "carme.chat.internal-hosts", "mattermost.site.example.org")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/services/T0/B0/x",
                "https://HOOKS.slack.com:443/services/T0/B0/x",
                "https://chat.example.org:8443/hooks/x",
                "https://mattermost.site.example.org/hooks/x"
            })
    void takesWebhooksOfHostsThatTheSiteNames(String webhook) {
        assertThat(hosts.objection(webhook)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.slack.com/x, bad-webhook",
        "https://hooks.slack.com/, bad-webhook",
        "https://hooks.slack.com@evil.example.org/x, bad-webhook",
        "https://evil.example.org\\@hooks.slack.com/x, bad-webhook",
        "https://hooks.slack.com/x#y, bad-webhook",
        "'https://hooks.slack.com/x y', bad-webhook",
        "https://hooks.slack.com.evil.example.org/x, bad-host",
        "https://hooks.slack.com:8443/x, bad-host",
        "https://chat.example.org/x, bad-host",
        "https://127.0.0.1/x, bad-host",
        "https://[::1]/x, bad-host",
        "https://169.254.169.254/latest, bad-host",
        "file:///etc/passwd, bad-webhook"
    })
    void refusesAllOther(String webhook, String why) {
        assertThat(hosts.objection(webhook)).hasValue(why);
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "2001:4860:4860::8888, true",
        "127.0.0.1, false",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "0.0.0.0, false",
        "::1, false",
        "fe80::1, false",
        "fd00::1, false",
        "::ffff:10.0.0.1, false"
    })
    void sendsToNoAddressOfTheInside(String address, boolean out) throws UnknownHostException {
        InetAddress found = InetAddress.getByName(address);

        assertThat(hosts.leadsOut(URI.create("https://hooks.slack.com/x"), host -> List.of(found)))
                .isEqualTo(out);
    }

    @Test
    void sendsNothingIfOneOfSeveralAddressesIsInside() throws UnknownHostException {
        List<InetAddress> both = List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1"));

        assertThat(hosts.leadsOut(URI.create("https://hooks.slack.com/x"), host -> both))
                .isFalse();
    }

    @Test
    void sendsInsideWhereTheSiteSaysSo() throws UnknownHostException {
        List<InetAddress> inside = List.of(InetAddress.getByName("10.0.0.1"));

        assertThat(hosts.leadsOut(URI.create("https://mattermost.site.example.org/x"), host -> inside))
                .isTrue();
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> ChatHosts.read(new TestConfig(Map.of("carme.chat.hosts", "https://hooks.slack.com"))))
                .hasMessageContaining("carme.chat.hosts");
    }
}
