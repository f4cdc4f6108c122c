package io.passport.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeErrnoTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'{\"errno\":\"0\",\"errmsg\":\"OK\"}', 0",
                "'{\"errno\":\"4101\"}', 4101",
                "'{\"errno\":\"', ",
                "'{\"errno\":\"41', ",
                "'{\"errno\":\"41010\"}', ",
                "'{\"other\":\"4101\"}', ",
                "'GIF89a', ",
                "'', "
            })
    void ofWhenBodyIsAnEnvelopeThenItsErrno(String body, String errno) {
        assertThat(EnvelopeErrno.of(Unpooled.copiedBuffer(body, StandardCharsets.US_ASCII)))
                .isEqualTo(errno);
    }
}
