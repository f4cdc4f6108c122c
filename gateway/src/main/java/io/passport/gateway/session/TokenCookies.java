package io.passport.gateway.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The tokens of ours that a client brings. Other software below the same domain may have a cookie of that name, or plant one:
 * what cannot be a token of ours is left out, and of two that can nobody knows whose the client is.
 */
public final class TokenCookies {

    private TokenCookies() {}

    /**
     * What stands for the only token in the cookies of that name, if there is one.
     *
     * @param keyOf makes it of a token; nothing of what cannot be one
     */
    public static <K> Optional<K> only(ServerWebExchange exchange, String name, Function<String, Optional<K>> keyOf) {
        List<K> keys = exchange.getRequest().getCookies().getOrDefault(name, List.of()).stream()
                .map(HttpCookie::getValue)
                .map(keyOf)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
    }
}
