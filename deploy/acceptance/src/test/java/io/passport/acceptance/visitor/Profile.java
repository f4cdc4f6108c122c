package io.passport.acceptance.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/**
 * The profile that {@code POST /users} and {@code GET /user} return.
 *
 * @param fields of the profile
 */
public record Profile(JsonNode fields) {

    private static final DateTimeFormatter CREATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final long JAVASCRIPT_LIMIT = 1L << 53;

    /** Reads the profile and checks its fields. */
    public static Profile in(ApiResponse response) {
        JsonNode fields = response.data();
        assertThat(fields.propertyNames())
                .containsExactlyInAnyOrder("user_id", "name", "mobile", "avatar", "avatar_url", "create_time");
        assertThat(fields.get("user_id").isIntegralNumber()).isTrue();
        assertThat(fields.get("user_id").asLong()).isBetween(1L, JAVASCRIPT_LIMIT - 1);
        assertThat(fields.get("avatar")).isEqualTo(fields.get("avatar_url"));
        return new Profile(fields);
    }

    /** Asserts the profile of a new account: the mobile as name, no avatar, created now in Shanghai time. */
    public void isNewFor(String mobile) {
        assertThat(text("mobile")).isEqualTo(mobile);
        assertThat(text("name")).isEqualTo(mobile);
        assertThat(text("avatar_url")).isEmpty();
        Instant created = LocalDateTime.parse(text("create_time"), CREATE_TIME)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
        assertThat(created).isCloseTo(Instant.now(), within(2, ChronoUnit.MINUTES));
    }

    /** A field that must be a string. */
    public String text(String field) {
        assertThat(fields.get(field).isString()).as("%s is a string", field).isTrue();
        return fields.get(field).asString();
    }
}
