package io.passport.common.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers 415 to a body with a wildcard as its type, such as {@code text/*}. Spring would answer 500. */
final class RejectWildcardContentType implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object operation)
            throws HttpMediaTypeNotSupportedException {
        String type = request.getContentType();
        if (type != null
                && WITH_BODY.contains(request.getMethod())
                && withoutParameters(type).contains("*")) {
            throw new HttpMediaTypeNotSupportedException("a wildcard");
        }
        return true;
    }

    private static String withoutParameters(String type) {
        int parameters = type.indexOf(';');
        return parameters < 0 ? type : type.substring(0, parameters);
    }
}
