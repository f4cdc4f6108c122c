package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.RawHttp;
import io.passport.acceptance.visitor.Visitor;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Operation 18 with more than one gateway: what is ended at one has ended at all. */
@AgainstPassport
class EndedSessionsIT {

    private final Passport passport;

    EndedSessionsIT(Passport passport) {
        this.passport = passport;
    }

    @Test
    void sessionWhenEndedFromAnotherDeviceThenNoGatewayKnowsIt() {
        Member member = Member.of(passport);
        Visitor other = member.elsewhere(passport);
        for (int gateway : passport.gateways()) {
            session(gateway, other.token()).isOk("true");
        }
        member.visitor()
                .send("DELETE", "sessions/" + idOfTheOther(member), null)
                .isOk();
        for (int gateway : passport.gateways()) {
            // at once, even: nobody keeps what Redis said of a session
            session(gateway, other.token()).isRefusal("4101", "false");
            session(gateway, member.visitor().token()).isOk("true");
        }
    }

    private static String idOfTheOther(Member member) {
        var sessions = member.visitor().get("sessions").isOk().data();
        assertThat(sessions).hasSize(2);
        return StreamSupport.stream(sessions.spliterator(), false)
                .filter(session -> !session.get("current").asBoolean())
                .map(session -> session.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Answer session(int gateway, String token) {
        return new RawHttp(gateway)
                .send("GET /api/v1.0/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: session="
                        + token + "\r\n\r\n");
    }
}
