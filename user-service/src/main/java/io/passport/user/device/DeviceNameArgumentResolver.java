package io.passport.user.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controller methods their {@link DeviceName} parameter. The {@code User-Agent} header is parsed only when the name is
 * read; a missing or unknown header gives {@code 未知设备}, and no header fails the request. This class is also the
 * {@code WebMvcConfigurer} that registers it: Spring MVC does not look for argument resolvers among the beans.
 */
@Component
class DeviceNameArgumentResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final UserAgents userAgents;

    DeviceNameArgumentResolver(UserAgents userAgents) {
        this.userAgents = userAgents;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == DeviceName.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String header = request.getHeader(HttpHeaders.USER_AGENT);
        return new DeviceName(() -> userAgents.nameOf(header));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }
}
