package io.passport.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.gateway.GatewayIntegrationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocsIT extends GatewayIntegrationTest {

    private static final String DOCUMENT = "/docs/openapi.json";

    @Test
    void openWhenLocalThenThePageShowsOneDocument() throws Exception {
        assertThat(send(request("/docs")).headers().firstValue("Location")).hasValue("/swagger-ui/index.html");
        assertThat(send(request("/swagger-ui/index.html")).body()).contains("swagger-ui-bundle.js");
        assertThat(send(request("/v3/api-docs/swagger-config")).body())
                .contains("\"url\":\"" + DOCUMENT + "\"")
                .doesNotContain("\"urls\"");
    }

    @Test
    void readWhenLocalThenTheDocumentIsTheRepositorys() throws Exception {
        assertThat(send(request(DOCUMENT)).body()).isEqualTo(Files.readString(Path.of("openapi.json")));
    }
}
