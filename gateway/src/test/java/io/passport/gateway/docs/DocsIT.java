package io.passport.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.gateway.GatewayIntegrationTest;
import org.junit.jupiter.api.Test;

class DocsIT extends GatewayIntegrationTest {

    @Test
    void showsEveryServiceOnOnePage() throws Exception {
        assertThat(send(request("/docs")).headers().firstValue("Location")).hasValue("/swagger-ui/index.html");
        assertThat(send(request("/swagger-ui/index.html")).body()).contains("swagger-ui-bundle.js");
        assertThat(send(request("/v3/api-docs/swagger-config")).body())
                .contains("\"/docs/verify-service\"", "\"/docs/user-service\"", "\"/docs/media-service\"");
    }

    @Test
    void asksTheServiceForItsDescriptionSigned() throws Exception {
        assertThat(send(request("/docs/user-service")).statusCode()).isEqualTo(200);
        assertThat(receivedRequest().getUrl()).isEqualTo("/v3/api-docs");
        assertThat(receivedRequest().containsHeader("X-Passport-Signature")).isTrue();
    }
}
