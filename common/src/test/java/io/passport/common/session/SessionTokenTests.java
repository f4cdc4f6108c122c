package io.passport.common.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTokenTests {

    private static final int MANY = 1000;

    @Test
    void randomWhenCalledOftenThenNoTokenRepeatsAndEachOf256BitsVaries() {
        Set<String> tokens = new HashSet<>();
        BitSet everSet = new BitSet();
        BitSet alwaysSet = BitSet.valueOf(bytesOf(SessionToken.random()));
        for (int i = 0; i < MANY; i++) {
            String token = SessionToken.random();
            tokens.add(token);
            BitSet bits = BitSet.valueOf(bytesOf(token));
            everSet.or(bits);
            alwaysSet.and(bits);
        }
        assertThat(tokens).hasSize(MANY).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
        assertThat(everSet.cardinality()).isEqualTo(256);
        assertThat(alwaysSet.cardinality()).isZero();
    }

    private static byte[] bytesOf(String token) {
        return Base64.getUrlDecoder().decode(token);
    }
}
