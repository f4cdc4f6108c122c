package io.passport.gateway.edge;

import io.passport.common.startupcheck.Finding;
import io.passport.common.startupcheck.StartupCheck;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Checks {@code passport.edge.trusted-proxies} at start, outside the local profile. A finding ends the start. Without the
 * proxies' addresses all clients share one address and its limits; with ranges that are too wide a client can forge its
 * address.
 */
final class TrustedProxiesCheck implements StartupCheck {

    private static final String SETTING = "passport.edge.trusted-proxies";

    /** The widest private networks: 10.0.0.0/8 (RFC 1918) and fc00::/7 (RFC 4193). */
    private static final int WIDEST_IPV4 = 8;

    private static final int WIDEST_IPV6 = 7;

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        List<String> ranges = Binder.get(environment)
                .bind(SETTING, Bindable.listOf(String.class))
                .orElseGet(List::of);
        if (ranges.isEmpty()) {
            return Stream.of(new Finding(
                    SETTING,
                    "is empty",
                    "name the address ranges of the proxies in front, or write none if there is no proxy"));
        }
        return ranges.stream().anyMatch(TrustedProxiesCheck::isTooWide)
                ? Stream.of(new Finding(
                        SETTING, "is too wide", "name the proxies' own address ranges, not the whole Internet"))
                : Stream.empty();
    }

    private static boolean isTooWide(String range) {
        String[] parts = range.strip().split("/", 2);
        int widest = range.indexOf(':') < 0 ? WIDEST_IPV4 : WIDEST_IPV6;
        return parts.length == 2 && parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) < widest;
    }
}
