package io.passport.common.internalcall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Supplies the arguments of type {@link Caller} and {@link SignedInUser} to controller methods. */
final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == SignedInUser.class;
    }

    /**
     * The caller, or its signed-in user.
     *
     * @throws IllegalStateException when the request did not pass {@link SignedCallFilter}
     * @throws io.passport.common.api.ApiException {@code 4101} for a {@link SignedInUser} when no user is signed in
     */
    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servletRequest =
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "a servlet request");
        Caller caller = SignedCallFilter.callerOf(servletRequest);
        return parameter.getParameterType() == Caller.class ? caller : caller.signedIn();
    }
}
