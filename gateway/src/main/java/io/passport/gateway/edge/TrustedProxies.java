package io.passport.gateway.edge;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The proxies whose {@code X-Forwarded-For} is believed, as {@code passport.edge.trusted-proxies} names them: address
 * ranges, or {@code none} where clients reach the gateway by themselves.
 */
final class TrustedProxies {

    static final String NONE = "none";

    private final List<IpSubnetFilterRule> ranges;

    /** @throws IllegalArgumentException for what is no range, or for {@code none} beside ranges */
    TrustedProxies(List<String> named) {
        this.ranges = named.equals(List.of(NONE))
                ? List.of()
                : named.stream().map(TrustedProxies::range).toList();
    }

    private static IpSubnetFilterRule range(String range) {
        try {
            return new IpSubnetFilterRule(range, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "passport.edge.trusted-proxies: '" + range + "' is no address range like 10.0.0.0/8", malformed);
        }
    }

    boolean contain(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return ranges.stream().anyMatch(range -> range.matches(socket));
    }
}
