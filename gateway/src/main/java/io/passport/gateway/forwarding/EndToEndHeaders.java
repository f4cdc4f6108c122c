package io.passport.gateway.forwarding;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Headers for the receiver of a message, as opposed to those for its connection (RFC 9110, 7.6.1). */
final class EndToEndHeaders {

    /** Those of the connection. Netty's headers are used as a set that ignores case; the values do not matter. */
    private static final HttpHeaders OF_CONNECTION = setOf(List.of(
            "close",
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade"));

    private EndToEndHeaders() {}

    /** Adds all headers except those of the connection, which include each header that {@code Connection} names. */
    static void add(HttpHeaders from, HttpHeaders to) {
        HttpHeaders named =
                from.contains(HttpHeaderNames.CONNECTION) ? setOf(namedByConnection(from)) : EmptyHttpHeaders.INSTANCE;
        Iterator<Map.Entry<CharSequence, CharSequence>> headers = from.iteratorCharSequence();
        while (headers.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = headers.next();
            if (!OF_CONNECTION.contains(header.getKey()) && !named.contains(header.getKey())) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static List<String> namedByConnection(HttpHeaders headers) {
        return headers.getAll(HttpHeaderNames.CONNECTION).stream()
                .flatMap(names -> List.of(names.split(",")).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static HttpHeaders setOf(List<String> names) {
        HttpHeaders set = DefaultHttpHeadersFactory.headersFactory()
                .withNameValidation(false)
                .newHeaders();
        names.forEach(name -> set.set(name, ""));
        return set;
    }
}
