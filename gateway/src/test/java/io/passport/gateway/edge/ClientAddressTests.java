package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;

/** Proxies are trusted in 10.0.0.0/8 and 2001:db8:ffff::/48. In the table # stands between two lines of the header. */
class ClientAddressTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # the peer is not a trusted proxy
                    203.0.113.9        | 198.51.100.1                           | 203.0.113.9
                    203.0.113.9        | 10.0.0.1                               | 203.0.113.9
                    2001:db8::9        | 198.51.100.1                           | 2001:db8::9
                    # one proxy, and two
                    10.0.0.1           | ''                                     | 10.0.0.1
                    10.0.0.1           | 198.51.100.1                           | 198.51.100.1
                    10.0.0.1           | 192.0.2.1, 198.51.100.1                | 198.51.100.1
                    10.0.0.1           | 192.0.2.1, 198.51.100.1, 10.9.9.9      | 198.51.100.1
                    10.0.0.1           | 10.0.0.5, 198.51.100.1, 10.9.9.9       | 198.51.100.1
                    2001:db8:ffff::1   | 2001:db8::7                            | 2001:db8::7
                    # several lines are one list
                    10.0.0.1           | 192.0.2.1#198.51.100.1                 | 198.51.100.1
                    10.0.0.1           | 192.0.2.1, 198.51.100.1#10.0.0.2       | 198.51.100.1
                    10.0.0.1           | 198.51.100.1##                         | 10.0.0.1
                    # only proxies
                    10.0.0.1           | 10.0.0.3, 10.0.0.2                     | 10.0.0.3
                    # what is no address ends it
                    10.0.0.1           | 198.51.100.1, unknown, 10.0.0.2        | 10.0.0.2
                    10.0.0.1           | 198.51.100.1, , 10.0.0.2               | 10.0.0.2
                    10.0.0.1           | 198.51.100.1, _hidden                  | 10.0.0.1
                    10.0.0.1           | 198.51.100                             | 10.0.0.1
                    10.0.0.1           | 198.51.100.1:port                      | 10.0.0.1
                    10.0.0.1           | <script>, 198.51.100.1                 | 198.51.100.1
                    # ways to write one
                    10.0.0.1           | 198.51.100.1:4711                      | 198.51.100.1
                    10.0.0.1           | [2001:db8::7]                          | 2001:db8::7
                    10.0.0.1           | [2001:db8::7]:4711                     | 2001:db8::7
                    10.0.0.1           | 2001:DB8:0:0:0:0:0:7                   | 2001:db8::7
                    10.0.0.1           | fe80::7%eth0                           | fe80::7
                    10.0.0.1           | ::ffff:198.51.100.1                    | 198.51.100.1
                    10.0.0.1           | 198.51.100.1, ::ffff:10.0.0.2          | 198.51.100.1
                    """)
    void findWhenProxiesAreTrustedThenRightMostUntrustedAddressIsTheClient(
            String peer, String forwardedFor, String client) throws Exception {
        MockServerHttpRequest.BaseBuilder<?> request =
                MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(InetAddress.getByName(peer), 1));
        for (String line : forwardedFor.split("#", -1)) {
            request.header("X-Forwarded-For", line);
        }
        assertThat(textOf(request, "10.0.0.0/8", "2001:db8:ffff::/48")).isEqualTo(client);
    }

    @Test
    void findWhenThereIsNoProxyThenForwardedForIsIgnored() {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1))
                .header("X-Forwarded-For", "198.51.100.1");
        assertThat(textOf(request, "none")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "proxies", "10.0.0.0/33", "10.0.0.0/x"})
    void createWhenARangeIsMalformedThenThrows(String range) {
        assertThatThrownBy(() -> new ClientAddress(settings(range)))
                .hasMessageStartingWith("passport.edge.trusted-proxies: '" + range + "'");
    }

    @Test
    void createWhenNoneIsNotTheOnlyValueThenThrows() {
        assertThatThrownBy(() -> new ClientAddress(settings("none", "10.0.0.0/8")))
                .hasMessageStartingWith("passport.edge.trusted-proxies: 'none'");
    }

    private static String textOf(MockServerHttpRequest.BaseBuilder<?> request, String... trusted) {
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        new ClientAddress(settings(trusted)).find(exchange);
        return ClientAddress.textOf(exchange);
    }

    private static EdgeProperties settings(String... trusted) {
        DataSize size = DataSize.ofKilobytes(1);
        DataSize room = DataSize.ofKilobytes(16);
        Duration time = Duration.ofSeconds(1);
        EdgeProperties.RateLimit rate = new EdgeProperties.RateLimit(1, 1, time, false);
        return new EdgeProperties(List.of(trusted), List.of(), rate, size, size, room, room, time, time);
    }
}
