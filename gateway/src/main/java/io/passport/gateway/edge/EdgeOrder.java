package io.passport.gateway.edge;

import org.springframework.core.Ordered;

/** The order of the edge's filters: who it is, what is kept of it, then one refusal after the other. */
final class EdgeOrder {

    static final int ACCESS_LOG = Ordered.HIGHEST_PRECEDENCE + 100;
    static final int CLIENT_ADDRESS = ACCESS_LOG + 1;
    static final int STRIPPING = ACCESS_LOG + 2;
    // before the other refusals, so that the pages it lets read can read those as well
    static final int CROSS_SITE = ACCESS_LOG + 3;
    static final int PLAIN_PATHS = ACCESS_LOG + 4;
    static final int FLOOD_LIMIT = ACCESS_LOG + 5;
    static final int BODY_LIMIT = ACCESS_LOG + 6;

    private EdgeOrder() {}
}
