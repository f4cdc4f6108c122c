package io.passport.common.openapi;

import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.AllowedCallers;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.session.SessionKey;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What all services' descriptions have in common; in Chinese, as the product's API document. */
final class PublicApi {

    private static final String VERSION = "1.0";
    private static final String THE_GATEWAY_ITSELF = "/";
    private static final String ENVELOPE = """
            每个应答都是 `{"errno":"0","errmsg":"OK","data":{…}}`，没有数据时省略 `data`。
            业务上的拒绝也是 HTTP 200，只看 `errno`：

            | errno | 名称 | 默认 errmsg |
            |---|---|---|
            """;

    private PublicApi() {}

    /** The frame of a service's description. Tried out, an operation is called through the gateway. */
    static OpenAPI of(String service) {
        return new OpenAPI()
                .info(new Info().title("Passport " + service).version(VERSION).description(ENVELOPE + codes()))
                .addServersItem(new Server().url(THE_GATEWAY_ITSELF))
                .components(new Components().addSecuritySchemes(SessionKey.COOKIE, sessionCookie()));
    }

    /** Whether clients can reach it: what names its callers is for other services. */
    static boolean isForClients(Method operation) {
        return !AnnotatedElementUtils.hasAnnotation(operation, AllowedCallers.class)
                && !AnnotatedElementUtils.hasAnnotation(operation.getDeclaringClass(), AllowedCallers.class);
    }

    /** Says that the operation needs a login, where it does. */
    static Operation withSession(Operation operation, HandlerMethod method) {
        boolean needsLogin =
                Arrays.asList(method.getMethod().getParameterTypes()).contains(SignedInUser.class);
        return needsLogin ? operation.addSecurityItem(new SecurityRequirement().addList(SessionKey.COOKIE)) : operation;
    }

    private static SecurityScheme sessionCookie() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name(SessionKey.COOKIE)
                .description("注册或登录后由浏览器自动携带");
    }

    private static String codes() {
        return Arrays.stream(ErrorCode.values())
                .map(code -> "| %s | %s | %s |".formatted(code.errno(), code.name(), code.text()))
                .collect(Collectors.joining("\n"));
    }
}
