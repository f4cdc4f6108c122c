package io.passport.gateway.edge;

import org.springframework.core.Ordered;

/** The order of the edge's filters: who it is, what is kept of it, then one refusal after the other. */
final class EdgeFilterOrder {

    static final int BEFORE_EVERYTHING = Ordered.HIGHEST_PRECEDENCE + 100;

    static final int ACCESS_LOG = 1;
    static final int CLIENT_ADDRESS = 2;
    static final int HEADER_ALLOWLIST = 3;
    // before all refusals, so that the pages it lets read can read those as well
    static final int CORS = 4;
    // whoever is refused for another reason is counted too
    static final int RATE_LIMIT = 5;
    static final int CROSS_SITE = 6;
    static final int CANONICAL_PATH = 7;
    static final int BODY_LIMIT = 8;

    private EdgeFilterOrder() {}
}
