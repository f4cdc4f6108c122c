package io.passport.common.internalcall;

import io.passport.common.api.EnvelopeWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 403 with {@code 4201} to a request whose signature is missing or wrong, or whose caller has no key in this service.
 * Runs before every controller, but not on the management port. Stores the {@link Caller} for the interceptor and the
 * controllers. {@link CallSignature} has the signed text and the time limit.
 */
final class SignedCallFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SignedCallFilter.class);
    private static final String CALLER = Caller.class.getName();

    private final CallSignature signature;

    SignedCallFilter(CallSignature signature) {
        this.signature = signature;
    }

    /** The caller. Throws IllegalStateException when the request did not pass this filter. */
    static Caller callerOf(HttpServletRequest request) {
        return find(request)
                .orElseThrow(
                        () -> new IllegalStateException("No caller: the request did not pass the signed-call filter"));
    }

    /** Empty when the request did not pass this filter. */
    static Optional<Caller> find(HttpServletRequest request) {
        return request.getAttribute(CALLER) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = signature.verify(
                request.getMethod(),
                pathWithQuery(request),
                request.getHeader(Caller.HEADER),
                request.getHeader(CallSignature.HEADER));
        if (caller.isEmpty()) {
            LOG.warn("Rejected a call without a valid signature");
            EnvelopeWriter.forbid(response);
            return;
        }
        request.setAttribute(CALLER, caller.get());
        chain.doFilter(request, response);
    }

    /** Percent-encoded as the caller sent it: the signature covers exactly these characters. */
    private static String pathWithQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
