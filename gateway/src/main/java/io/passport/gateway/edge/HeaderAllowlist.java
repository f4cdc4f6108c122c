package io.passport.gateway.edge;

import io.netty.handler.codec.http.HttpHeaders;
import io.passport.common.api.RequestId;
import io.passport.gateway.session.ExpectedUserCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Removes all request headers except those below, so that a client cannot forge identity or address headers. Rejects nothing.
 */
final class HeaderAllowlist {

    private static final Set<String> ALLOWED_HEADERS = Set.of(
            "accept-encoding",
            "access-control-request-headers",
            "access-control-request-method",
            // forwarding removes it, and the headers that it names
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "host",
            "if-modified-since",
            "if-none-match",
            "origin",
            "sec-fetch-site",
            "sec-purpose",
            "transfer-encoding",
            "user-agent",
            RequestId.HEADER.toLowerCase(Locale.ROOT),
            ExpectedUserCheck.HEADER.toLowerCase(Locale.ROOT));

    private HeaderAllowlist() {}

    static void removeOthers(ServerHttpRequest request) {
        HttpHeaders headers = NativeHeaders.of(request);
        List<String> others = null;
        for (Map.Entry<String, String> header : headers) {
            if (!isAllowed(header.getKey())) {
                others = others == null ? new ArrayList<>() : others;
                others.add(header.getKey());
            }
        }
        if (others != null) {
            others.forEach(headers::remove);
        }
    }

    private static boolean isAllowed(String header) {
        return ALLOWED_HEADERS.contains(header.toLowerCase(Locale.ROOT));
    }
}
