package io.passport.common.internalcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class AllowedCallersInterceptorTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void callWhenTheEndpointNamesCallersThenOnlyTheyAreAllowed() throws Exception {
        comesFrom("media-service");
        assertThat(letsIn("internal")).isTrue();
        assertThat(letsIn("open")).isFalse();
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void callWhenTheEndpointNamesNoCallerThenOnlyTheGatewayIsAllowed() throws Exception {
        comesFrom("gateway");
        assertThat(letsIn("open")).isTrue();
        assertThat(letsIn("internal")).isFalse();
    }

    @Test
    void callWhenTheRequestHasNoCallerThenItIsForbidden() throws Exception {
        assertThat(letsIn("open")).isFalse();
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("\"errno\":\"4201\"");
    }

    private void comesFrom(String service) {
        request.setAttribute(Caller.class.getName(), Caller.service(service, Instant.now()));
    }

    private boolean letsIn(String operation) throws Exception {
        HandlerMethod handler = new HandlerMethod(new Operations(), operation);
        return new AllowedCallersInterceptor().preHandle(request, response, handler);
    }

    static final class Operations {

        @AllowedCallers("media-service")
        public void internal() {}

        public void open() {}
    }
}
