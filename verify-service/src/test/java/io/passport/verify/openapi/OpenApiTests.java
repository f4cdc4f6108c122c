package io.passport.verify.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.verify.RunningService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTests extends RunningService {

    @Test
    void describesWhatTheGatewayRoutesAndNothingElse() {
        JsonNode api = gatewayFor("203.0.113.1").get("/v3/api-docs").json();

        assertThat(api.path("paths").propertyNames())
                .containsExactlyInAnyOrder("/api/v1.0/imagecode/{id}", "/api/v1.0/smscode/{mobile}");
        assertThat(api.at("/paths/~1api~1v1.0~1smscode~1{mobile}/get/parameters")
                        .findValuesAsString("name"))
                .containsExactlyInAnyOrder("mobile", "text", "id", "purpose");
        assertThat(api.at("/paths/~1api~1v1.0~1imagecode~1{id}/get/responses/200/content")
                        .propertyNames())
                .containsExactly("image/jpg");
    }
}
