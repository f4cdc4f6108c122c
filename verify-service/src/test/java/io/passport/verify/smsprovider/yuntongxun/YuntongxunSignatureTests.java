package io.passport.verify.smsprovider.yuntongxun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class YuntongxunSignatureTests {

    /** {@code printf sidtoken20261122180000 | md5sum} and {@code printf sid:20261122180000 | base64}. */
    @Test
    void ofWhenSignedThenEqualsTheVendorsExample() {
        var signature = YuntongxunSignature.of("sid", "token", Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(signature.sig()).isEqualTo("621589D4D63C8EEC9D7F3DDC68B12374");
        assertThat(signature.authorization()).isEqualTo("c2lkOjIwMjYxMTIyMTgwMDAw");
    }
}
