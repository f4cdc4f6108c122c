package io.passport.verify.imagecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.testing.concurrency.Simultaneously;
import io.passport.testing.internalcall.TestResponse;
import io.passport.verify.RunningService;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCodeControllerIT extends RunningService {

    private final UUID id = UUID.randomUUID();

    @Test
    void getWhenTheIdIsAUuidThenAnswersAnImageAndStoresItsText() throws Exception {
        TestResponse answer = gatewayFor("203.0.113.1").get("/api/v1.0/imagecode/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpg");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var image = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(75);
        assertThat(redis().opsForValue().get("imagecode:" + id)).matches("[" + CaptchaText.ALPHABET + "]{4}");
        assertThat(redis().getExpire("imagecode:" + id, TimeUnit.SECONDS)).isBetween(290L, 300L);
    }

    @Test
    void getWhenTheUuidIsInUpperCaseThenTheKeyIsTheSame() {
        gatewayFor("203.0.113.1").get("/api/v1.0/imagecode/" + id.toString().toUpperCase(java.util.Locale.ROOT));
        assertThat(redis().hasKey("imagecode:" + id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1-1-1-1-1",
                "%20",
                "123e4567-e89b-12d3-a456-42661417400g",
                "123e4567e89b12d3a456426614174000"
            })
    void getWhenTheIdIsNotAUuidThenAnswers4103(String notAUuid) {
        assertThat(gatewayFor("203.0.113.1")
                        .get("/api/v1.0/imagecode/" + notAUuid)
                        .line())
                .startsWith("200 4103 ");
        assertThat(redis().keys("*")).isEmpty();
    }

    @Test
    void getWhenAnAddressExceedsTheLimitThenRefuses() throws Exception {
        var answers = Simultaneously.call(
                130, i -> gatewayFor("203.0.113.1").get("/api/v1.0/imagecode/" + UUID.randomUUID()));

        assertThat(answers)
                .filteredOn(answer -> answer.header("Content-Type").equals("image/jpg"))
                .hasSize(120);
        TestResponse refused = gatewayFor("203.0.113.1").get("/api/v1.0/imagecode/" + id);
        assertThat(refused.line()).startsWith("200 4201 ");
        assertThat(refused.json().at("/data/retry_after").asInt()).isBetween(1, 60);
        assertThat(redis().hasKey("imagecode:" + id)).isFalse();
        assertThat(gatewayFor("203.0.113.2").get("/api/v1.0/imagecode/" + id).header("Content-Type"))
                .isEqualTo("image/jpg");
    }

    @Test
    void getWhenAddressesAreInOneIpv6SubnetThenTheyShareTheLimit() throws Exception {
        Simultaneously.call(
                120,
                i -> gatewayFor("2001:db8:0:7::" + Integer.toHexString(i + 1))
                        .get("/api/v1.0/imagecode/" + UUID.randomUUID()));
        assertThat(gatewayFor("2001:db8:0:7:1:2:3:4")
                        .get("/api/v1.0/imagecode/" + UUID.randomUUID())
                        .line())
                .startsWith("200 4201 ");
        assertThat(gatewayFor("2001:db8:0:8::1")
                        .get("/api/v1.0/imagecode/" + UUID.randomUUID())
                        .header("Content-Type"))
                .isEqualTo("image/jpg");
    }

    @Test
    void getWhenTheCallerIsNotTheGatewayThenForbidden() {
        assertThat(gatewayFor("203.0.113.1")
                        .unsigned("/api/v1.0/imagecode/" + id)
                        .status())
                .isEqualTo(403);
        assertThat(service("user-service").get("/api/v1.0/imagecode/" + id).status())
                .isEqualTo(403);
    }
}
