package io.passport.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RawHttp;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists the sessions of an account and ends them from another device. */
@PassportTest
class SessionListIT {

    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

    private final LaunchedPassport passport;
    private final RegisteredUser user;

    SessionListIT(LaunchedPassport passport) {
        this.passport = passport;
        this.user = RegisteredUser.of(passport);
    }

    @Test
    void sessionsWhenListedThenNewestFirstWithDeviceAndTheCurrentIsMarked() {
        Visitor.of(passport)
                .withHeader("User-Agent", CHROME)
                .signIn(user.mobile(), user.password())
                .isOk();
        JsonNode list = user.visitor().get("sessions").isOk().data();
        assertThat(list).hasSize(2);
        assertThat(list.get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "device", "address", "created_at", "last_seen_at", "current");
        assertThat(list.get(0).get("device").asString()).isEqualTo("Chrome 126 · Windows 10");
        assertThat(list.get(0).get("current").asBoolean()).isFalse();
        assertThat(list.get(1).get("current").asBoolean()).isTrue();
        assertThat(list.get(1).get("last_seen_at").asString()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void sessionWhenEndedFromAnotherDeviceThenBothGatewaysRejectItAtOnce() {
        Visitor other = user.signInElsewhere(passport);
        for (int gateway : passport.gateways()) {
            session(gateway, other.token()).isOk("true");
        }
        String id =
                user.visitor().get("sessions").isOk().data().get(0).get("id").asString();
        user.visitor().send("DELETE", "sessions/" + id, null).isOk().hasNoData();
        for (int gateway : passport.gateways()) {
            session(gateway, other.token()).isError("4101", "false");
            session(gateway, user.visitor().token()).isOk("true");
        }
    }

    @Test
    void sessionsWhenAllOthersAreEndedThenTheCurrentOneStays() {
        Visitor other = user.signInElsewhere(passport);
        user.visitor().send("DELETE", "sessions/others", null).isOk().hasNoData();
        other.session().isError("4101", "false");
        user.assertSignedIn();
    }

    @Test
    void sessionsWhenDeletedThenOnlyTheCallerIsSignedOut() {
        Visitor other = user.signInElsewhere(passport);
        other.send("DELETE", "sessions", null).isOk().hasNoData();
        other.session().isError("4101", "false");
        user.assertSignedIn();
    }

    private static ApiResponse session(int gateway, String token) {
        return new RawHttp(gateway)
                .send("GET /api/v1.0/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: session="
                        + token + "\r\n\r\n");
    }
}
