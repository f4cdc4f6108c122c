package io.passport.gateway.edge;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Determines the client's address: the address of the TCP peer, or, if the peer is a trusted proxy, the right-most address
 * in {@code X-Forwarded-For} that is not a trusted proxy's. Entries further left can be forged by the client and are
 * ignored. If a trusted proxy has added something that is not an address, that proxy's own address is used.
 */
@Component
public class ClientAddress {

    private static final String ATTRIBUTE = ClientAddress.class.getName();
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** Some proxies add the client's port: {@code 198.51.100.1:4711}, {@code [2001:db8::7]:4711}. */
    private static final Pattern WITH_PORT = Pattern.compile("(?<address>[0-9.]+|\\[[^]]+]):[0-9]{1,5}");

    private final TrustedProxies trustedProxies;

    ClientAddress(EdgeProperties properties) {
        this.trustedProxies = new TrustedProxies(properties.trustedProxies());
    }

    /**
     * The client's address as text, without an IPv6 scope.
     *
     * @throws NullPointerException if {@link #find} was not called for the exchange
     */
    public static String textOf(ServerWebExchange exchange) {
        return of(exchange).text();
    }

    /** Whether the client is on this machine. */
    static boolean isLoopback(ServerWebExchange exchange) {
        return of(exchange).address().isLoopbackAddress();
    }

    private static Found of(ServerWebExchange exchange) {
        return Objects.requireNonNull(exchange.getAttribute(ATTRIBUTE), "no client address");
    }

    /** Determines the address and keeps it for {@link #textOf}. */
    void find(ServerWebExchange exchange) {
        InetSocketAddress peer = Objects.requireNonNull(exchange.getRequest().getRemoteAddress(), "no peer address");
        InetAddress address = find(peer.getAddress(), exchange);
        exchange.getAttributes().put(ATTRIBUTE, new Found(address, NetUtil.toAddressString(address)));
    }

    private InetAddress find(InetAddress peer, ServerWebExchange exchange) {
        if (!trustedProxies.contain(peer)) {
            return peer;
        }
        List<String> hops = exchange.getRequest().getHeaders().getOrEmpty(FORWARDED_FOR).stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::strip)
                .toList();
        InetAddress address = peer;
        for (int i = hops.size() - 1; i >= 0 && trustedProxies.contain(address); i--) {
            InetAddress before = parse(hops.get(i));
            if (before == null) {
                break;
            }
            address = before;
        }
        return address;
    }

    private static @Nullable InetAddress parse(String hop) {
        Matcher withPort = WITH_PORT.matcher(hop);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(withPort.matches() ? withPort.group("address") : hop);
        return bytes == null ? null : addressOf(bytes);
    }

    private static InetAddress addressOf(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("An address has four or sixteen bytes", e);
        }
    }

    private record Found(InetAddress address, String text) {}
}
