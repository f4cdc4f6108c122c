package io.passport.common.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionKeyTests {

    @Test
    void ofTokenWhenItIsATokenThenTheKeyIsItsDigest() {
        String token = "A".repeat(43);
        SessionKey key = SessionKey.ofToken(token).orElseThrow();
        // printf 'A%.0s' {1..43} | openssl dgst -sha256 -binary | basenc --base64url
        assertThat(key.redisKey()).isEqualTo("session:DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo");
    }

    @Test
    void ofTokenWhenTheTextIsNoTokenThenItIsEmpty() {
        assertThat(SessionKey.ofToken(null)).isEmpty();
        assertThat(SessionKey.ofToken("")).isEmpty();
        assertThat(SessionKey.ofToken("A".repeat(42) + "*")).isEmpty();
        assertThat(SessionKey.ofToken("A".repeat(4000))).isEmpty();
    }

    @Test
    void readWhenARecordWasWrittenThenItIsTheSame() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        var session = new SessionRecord(42, now, now.plusSeconds(60), "203.0.113.7", "\"quoted\" 手机");
        assertThat(SessionRecord.read(session.write())).isEqualTo(session);
        assertThat(session.isAliveAt(now)).isTrue();
        assertThat(session.isAliveAt(now.plusSeconds(60))).isFalse();
    }

    @Test
    void lifetimeWhenIdleIsNotPositiveOrTooLongThenItIsRejected() {
        assertThatThrownBy(() -> new SessionLifetime(Duration.ZERO, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionLifetime(Duration.ofDays(2), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
