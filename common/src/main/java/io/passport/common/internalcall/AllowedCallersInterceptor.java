package io.passport.common.internalcall;

import io.passport.common.api.EnvelopeWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Answers 403 with {@code 4201} to a caller that the endpoint does not accept. Without {@link AllowedCallers} only the gateway
 * is accepted; an annotation on the method replaces the one on the class. A request without a caller is answered 403 too. It
 * can arrive on the management port: the controllers are also mapped there, but {@link SignedCallFilter} does not run there.
 */
final class AllowedCallersInterceptor implements HandlerInterceptor {

    private static final Set<String> DEFAULT_CALLERS = Set.of("gateway");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (SignedCallFilter.find(request)
                .map(Caller::service)
                .filter(accepted(handler)::contains)
                .isPresent()) {
            return true;
        }
        EnvelopeWriter.forbid(response);
        return false;
    }

    private static Set<String> accepted(Object handler) {
        AllowedCallers named = handler instanceof HandlerMethod method ? namedBy(method) : null;
        return named == null ? DEFAULT_CALLERS : Set.of(named.value());
    }

    private static @Nullable AllowedCallers namedBy(HandlerMethod method) {
        AllowedCallers own = method.getMethodAnnotation(AllowedCallers.class);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedCallers.class);
    }
}
