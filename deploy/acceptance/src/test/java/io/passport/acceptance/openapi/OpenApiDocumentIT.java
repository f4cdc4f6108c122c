package io.passport.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.trust.Signature;
import io.passport.acceptance.visitor.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code gateway/openapi.json} is what the services describe. {@code deploy/openapi/write} makes it so. */
@PassportTest
class OpenApiDocumentIT {

    private static final Path DOCUMENT = Path.of("../../gateway/openapi.json");
    private static final String DESCRIPTION = "/v3/api-docs";
    private static final String WRITE = "passport.openapi.write";

    private final LaunchedPassport passport;

    OpenApiDocumentIT(LaunchedPassport passport) {
        this.passport = passport;
    }

    @Test
    void describeWhenTheServicesAreMergedThenTheDocumentIsTheRepositorys() throws IOException {
        String described = OpenApiDocument.merge(Stream.of("verify-service", "user-service", "media-service")
                .map(this::description)
                .toList());
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(DOCUMENT, described);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("gateway/openapi.json differs from what the services describe: run deploy/openapi/write, "
                        + "then bring gateway/API.md up to date")
                .isEqualTo(described);
    }

    private String description(String service) {
        String caller =
                "gateway;user=;session=;ip=127.0.0.1;at=" + Instant.now().toEpochMilli();
        byte[] body = new RawHttp(passport.port(service))
                .send("GET " + DESCRIPTION + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Passport-Caller: "
                        + caller + "\r\nX-Passport-Signature: "
                        + Signature.ofTheGateway("GET", DESCRIPTION, caller) + "\r\n\r\n")
                .hasStatus(200)
                .body();
        return new String(body, StandardCharsets.UTF_8);
    }
}
