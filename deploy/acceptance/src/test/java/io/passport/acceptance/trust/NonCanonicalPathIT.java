package io.passport.acceptance.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RawHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path outside the routes is rejected in every spelling. */
@PassportTest
class NonCanonicalPathIT {

    private final RawHttp gateway;

    NonCanonicalPathIT(LaunchedPassport passport) {
        this.gateway = new RawHttp(passport.port("gateway"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/users/1/avatar",
                "/internal/sms-codes/consume",
                "/internal/",
                "/INTERNAL/users/1/avatar",
                "/api/v1.0/internal/users/1/avatar",
                "/api/v1.0/../../internal/users/1/avatar",
                "/api/v1.0/user/../../../internal/users/1/avatar",
                "/api/v1.0/user/..%2f..%2f..%2finternal%2fusers%2f1%2favatar",
                "/api/v1.0/user/%2e%2e/%2e%2e/%2e%2e/internal/users/1/avatar",
                "/api/v1.0/user/%252e%252e/%252e%252e/%252e%252e/internal/users/1/avatar",
                "/api/v1.0/user/%c0%ae%c0%ae/%c0%ae%c0%ae/internal",
                "/api/v1.0/user/..;/..;/..;/internal/users/1/avatar",
                "/api/v1.0/user/..;a=b/..;/..;/internal/users/1/avatar",
                "/api/v1.0/user;/../../internal",
                "/api/v1.0/user/..\\..\\..\\internal",
                "/api/v1.0/user%00/../internal",
                "//internal/users/1/avatar",
                "/%69nternal/users/1/avatar",
                "/./internal/users/1/avatar",
                "\\internal\\users",
                "internal/users/1/avatar",
                "http://127.0.0.1/internal/users/1/avatar",
                "http://user-service/internal/users/1/avatar",
                "lb://user-service/internal/users/1/avatar",
                "*"
            })
    void pathWhenItLeadsToInternalRoutesThenRejected(String target) {
        rejects(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/gateway/routes",
                "/actuator/heapdump",
                "/api/v1.0/../../actuator/health",
                "/api/v1.0/user/..;/..;/..;/actuator/health",
                "/%61ctuator/health",
                "//actuator/health",
                "/actuator;/health",
                "http://127.0.0.1/actuator/health"
            })
    void actuatorWhenRequestedThroughTheGatewayThenRejected(String target) {
        rejects(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1.0/%73ession",
                "/api/v1.0//session",
                "//api/v1.0/session",
                "/api/v1.0/session;a=b",
                "/api/v1.0/./session",
                "/api/v1.0/user/../session",
                "/api/v1.0/session%00",
                "/api/v1.0/session%20",
                "/api/v1.0/imagecode/a%2fb",
                "/api/v1.0/imagecode/..",
                "/api/v1.0/imagecode/%2e%2e"
            })
    void pathWhenItIsNotCanonicalThenRejected(String target) {
        rejects(target);
    }

    private void rejects(String target) {
        ApiResponse response = gateway.get(target);
        assertThat(response.errno()).as("errno of %s", response).isNotEqualTo("0");
        assertThat(response.status()).as("status of %s", response).isIn(400, 403, 404);
    }
}
