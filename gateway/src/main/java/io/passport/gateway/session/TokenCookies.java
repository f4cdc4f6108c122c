package io.passport.gateway.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * Reads tokens from cookies, for {@link SessionLookup} and {@code RequestHeaders}. Other software on the same domain
 * may set, or an attacker may plant, a cookie of the same name.
 */
public final class TokenCookies {

    private TokenCookies() {}

    /**
     * The key of the token in the cookies of this name. Values that are not tokens are ignored. If several cookies of this
     * name hold a valid token, none is used (a planted cookie could otherwise win).
     *
     * @param keyOf turns a token into its key; empty for a value that is not a token
     */
    public static <K> Optional<K> findOnly(
            ServerWebExchange exchange, String name, Function<String, Optional<K>> keyOf) {
        List<K> keys = exchange.getRequest().getCookies().getOrDefault(name, List.of()).stream()
                .map(HttpCookie::getValue)
                .map(keyOf)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
    }
}
