package io.passport.gateway.edge;

import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets only paths through that mean the same to everybody who reads them: no segment empty or made of dots, no
 * parameters, and encoded only what has to be. A plain character in disguise, a slash, a dot or a control character is
 * a trick; a space or a Chinese digit in a mobile number is a slip, which the operation answers itself.
 */
@Component
@Order(EdgeFilterOrder.CANONICAL_PATH)
class CanonicalPathFilter implements EdgeFilter {

    /** Octets that are neither unreserved (RFC 3986, 2.3) nor a control, {@code /}, {@code \}, {@code %} or {@code ;}. */
    private static final String ENCODED = "%(?i:2[0-46-9A-C]|3[AC-F]|40|5[BDE]|60|7[B-D]|[89A-F][0-9A-F])";

    /** Possessive: a greedy loop would take a frame of the stack for each character. */
    private static final Pattern PLAIN =
            Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~!$&'()*+,=:@-]|" + ENCODED + ")++)++/?");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        return PLAIN.matcher(path).matches() ? chain.filter(exchange) : Mono.error(EdgeException.noSuchRoute());
    }
}
