package io.passport.gateway.edge;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The proxies in front of the gateway: the address ranges of {@code passport.edge.trusted-proxies}, or {@code none} if there
 * is no proxy. {@link ClientAddress} makes it at start-up.
 */
final class TrustedProxies {

    static final String NONE = "none";

    private final List<IpSubnetFilterRule> ranges;

    /** @throws IllegalArgumentException if a value is not an address range, or if {@code none} is not the only value */
    TrustedProxies(List<String> values) {
        this.ranges = values.equals(List.of(NONE))
                ? List.of()
                : values.stream().map(TrustedProxies::range).toList();
    }

    private static IpSubnetFilterRule range(String range) {
        try {
            return new IpSubnetFilterRule(range, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "passport.edge.trusted-proxies: '" + range + "' is not an address range like 10.0.0.0/8",
                    malformed);
        }
    }

    boolean contain(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return ranges.stream().anyMatch(range -> range.matches(socket));
    }
}
