package io.passport.gateway.session;

import io.passport.common.internalcall.SignedInUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * A page names the user that it shows, in a header. When another user has signed in since, in the same browser, the request is
 * rejected: a page of the first user must not write into the account of the second. Without the header, or without a session,
 * the request passes; an operation that needs a session answers {@code 4101}.
 */
public final class ExpectedUserCheck {

    /** The {@code user_id} of the user that the client shows. */
    public static final String HEADER = "X-Passport-User";

    private ExpectedUserCheck() {}

    /** @throws OtherUserException if the session's user is not the one that the header names */
    static void check(ServerWebExchange exchange) {
        List<String> expected = exchange.getRequest().getHeaders().getOrEmpty(HEADER);
        @Nullable SignedInUser user = expected.isEmpty() ? null : SessionLookup.userOf(exchange);
        if (user != null && !expected.stream().allMatch(String.valueOf(user.id())::equals)) {
            throw new OtherUserException();
        }
    }
}
