package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 1: {@code GET imagecode/{image_code_id}}. */
@AgainstPassport
class ImageCodeIT {

    private static final int PICTURES_A_MINUTE = 120;

    private final Passport passport;
    private final Visitor visitor;

    ImageCodeIT(Passport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
    }

    @Test
    void pictureWhenAskedForThenJpegThatIsStoredNowhere() throws IOException {
        Answer answer = visitor.picture(UUID.randomUUID().toString()).hasStatus(200);
        assertThat(answer.header("content-type")).isEqualTo("image/jpg");
        assertThat(answer.header("cache-control")).contains("no-store");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isBetween(180, 220);
        assertThat(picture.getHeight()).isBetween(65, 85);
        assertThat(answer.body()).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void pictureWhenMadeThenItsAnswerIsFourClearCharactersForFiveMinutes() {
        ImageCode code = visitor.imageCode();
        assertThat(code.answer()).matches("[A-Z0-9]{4}").doesNotContain("0", "O", "1", "I");
        assertThat(passport.redis().timeToLive("imagecode:" + code.id()))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1-1-1-1-1",
                "undefined",
                "3f2504e04f8911d39a0c0305e82c3301",
                "3f2504e0-4f89-11d3-9a0c-0305e82c330",
                "3f2504e0-4f89-11d3-9a0c-0305e82c33012",
                "3g2504e0-4f89-11d3-9a0c-0305e82c3301"
            })
    void pictureWhenTheIdIsNoUuidThenParameterError(String id) {
        visitor.picture(id).isRefusal("4103").hasNoData();
    }

    @Test
    void pictureWhenTooManyForOneAddressThenThatAddressWaits() {
        assertThat(IntStream.range(0, PICTURES_A_MINUTE)
                        .parallel()
                        .map(i -> visitor.picture(UUID.randomUUID().toString()).status()))
                .containsOnly(200);
        Answer refused = visitor.picture(UUID.randomUUID().toString()).isRefusal("4201");
        assertThat(refused.data().get("retry_after").asInt()).isBetween(1, 60);
        Visitor.of(passport).imageCode();
    }
}
