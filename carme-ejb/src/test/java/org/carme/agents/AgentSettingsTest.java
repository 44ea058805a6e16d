package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://10.77.0.1:8443, 10.77.0.1, 8443",
        "https://10.77.0.1:8443/, 10.77.0.1, 8443",
        "https://portal.example.org, portal.example.org, 443",
        "https://[fd00::1]:8443, fd00::1, 8443"
    })
    void takesTheListenersAddressFromItsUrl(String url, String host, int port) {
        AgentSettings settings = settings(AgentSettings.URL_KEY, url);

        assertThat(settings.host()).isEqualTo(host);
        assertThat(settings.port()).isEqualTo(port);
        assertThat(settings.url().toString()).doesNotEndWith("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.77.0.1:8443", "10.77.0.1:8443", "https://a/b", "https:///x", "https://a b", ""})
    void refusesAnotherUrlByItsKey(String url) {
        assertThatThrownBy(() -> settings(AgentSettings.URL_KEY, url))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.agent.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.77.0.0/33", "10.77.0.0/-1", "10.77.0.0/8/8", "example.org", "10.0.0.0/8,,", "::/129"})
    void refusesWhatIsNoNetworkByItsKey(String networks) {
        assertThatThrownBy(() -> settings(AgentSettings.NETWORKS_KEY, networks))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.gateway.networks");
    }

    @Test
    void refusesARelativeProgramByItsKey() {
        assertThatThrownBy(() -> settings(AgentSettings.PROGRAM_KEY, "agent"))
                .hasMessageContaining("carme.agent.program");
    }

    @Test
    void refusesARelativeDiskByItsKey() {
        assertThatThrownBy(() -> settings(AgentSettings.DISK_KEY, "ssd")).hasMessageContaining("carme.jobs.disk");
    }

    @ParameterizedTest
    @CsvSource({
        "10.77.0.0/24, 10.77.0.255, true",
        "10.77.0.0/24, 10.77.1.0, false",
        "10.77.0.0/23, 10.77.1.0, true",
        "0.0.0.0/0, 192.0.2.1, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "'10.0.0.0/8, fd00::/8', fdab::1, true",
        "'10.0.0.0/8, fd00::/8', fe80::1, false",
        "0.0.0.0/0, ::1, false"
    })
    void knowsWhatLiesInItsNetworks(String networks, String address, boolean inside) throws UnknownHostException {
        assertThat(settings(AgentSettings.NETWORKS_KEY, networks).networks().contains(InetAddress.getByName(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "36501", "90 days", "", "1.5", "99999999999"})
    void refusesDaysThatCannotBeMeantByTheirKey(String days) {
        assertThatThrownBy(() -> settings(HomeDays.LOGS_KEY, days)).hasMessageContaining("carme.homes.logs-kept-days");
        assertThatThrownBy(() -> settings(HomeDays.TRASH_KEY, days))
                .hasMessageContaining("carme.homes.trash-kept-days");
    }

    @Test
    void keepsLogsLongerThanAJobIsSilent() {
        assertThatThrownBy(() -> settings(HomeDays.LOGS_KEY, "29")).hasMessageContaining("carme.homes.logs-kept-days");
        assertThat(settings(HomeDays.LOGS_KEY, "30").homeDays().logs()).contains(30);
        assertThat(settings(HomeDays.TRASH_KEY, "1").homeDays().trash()).contains(1);
    }

    @Test
    void keepsAllWhereTheDaysAreNone() {
        assertThat(settings(HomeDays.LOGS_KEY, "0").homeDays())
                .isEqualTo(new HomeDays(Optional.empty(), Optional.empty()));
        assertThat(settings(HomeDays.TRASH_KEY, "30").homeDays())
                .isEqualTo(new HomeDays(Optional.of(90), Optional.of(30)));
    }

    @Test
    void givesSshToJobsOnSeveralNodesUnlessTheSiteSaysOtherwise() {
        assertThat(settings("unset", "").ssh()).isEqualTo(SshPolicy.MULTI);
        assertThat(SshPolicy.MULTI.covers(1)).isFalse();
        assertThat(SshPolicy.MULTI.covers(2)).isTrue();
        assertThat(settings(SshPolicy.KEY, "always").ssh().covers(1)).isTrue();
        assertThat(settings(SshPolicy.KEY, "never").ssh().covers(2)).isFalse();
        assertThatThrownBy(() -> settings(SshPolicy.KEY, "MULTI")).hasMessageContaining("carme.jobs.ssh");
    }

    private static AgentSettings settings(String key, String value) {
        return AgentSettings.of(asked -> Optional.ofNullable(Map.of(key, value).get(asked)));
    }
}
