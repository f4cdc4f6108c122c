package io.passport.gateway.edge;

import org.springframework.core.Ordered;

/** The order of the edge's filters. */
final class EdgeFilterOrder {

    /** Of {@link EdgeWebFilter} among Spring's {@code WebFilter}s: before all others. */
    static final int EDGE = Ordered.HIGHEST_PRECEDENCE + 100;

    static final int ACCESS_LOG = 1;
    static final int CLIENT_ADDRESS = 2;
    static final int HEADER_ALLOWLIST = 3;
    // before all filters that reject, so that an allowed origin's page can read their answers
    static final int CORS = 4;
    // before the other filters that reject, so that rejected requests count too
    static final int RATE_LIMIT = 5;
    static final int CROSS_SITE = 6;
    static final int CANONICAL_PATH = 7;
    static final int BODY_LIMIT = 8;

    private EdgeFilterOrder() {}
}
