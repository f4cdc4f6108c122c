package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Operations 17 and 18: {@code GET sessions}, {@code DELETE sessions/{id}}, {@code DELETE sessions}. */
@AgainstPassport
class SessionsIT {

    private final Passport passport;
    private final Member member;

    SessionsIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
    }

    @Test
    void sessionsWhenListedThenNewestFirstAndTheCurrentIsMarked() {
        member.elsewhere(passport);
        JsonNode list = member.visitor().get("sessions").isOk().data();
        assertThat(list).hasSize(2);
        assertThat(list.get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "device", "address", "created_at", "last_seen_at", "current");
        assertThat(list.get(0).get("current").asBoolean()).isFalse();
        assertThat(list.get(1).get("current").asBoolean()).isTrue();
        assertThat(list.get(1).get("last_seen_at").asString()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void sessionsWhenTheBrowserSaysWhatItIsThenItsName() {
        Visitor chrome = Visitor.of(passport)
                .saying(
                        "User-Agent",
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36");
        chrome.logIn(member.mobile(), member.password()).isOk();
        assertThat(newestOf(chrome).get("device").asString()).isEqualTo("Chrome 126 · Windows 10");
    }

    @Test
    void sessionWhenEndedThenItIsNobodysAtOnce() {
        Visitor other = member.elsewhere(passport);
        String id = newestOf(member.visitor()).get("id").asString();
        end(member.visitor(), "/" + id).isOk().hasNoData();
        other.session().isRefusal("4101", "false");
        end(member.visitor(), "/" + id).isRefusal("4002");
        member.isSignedIn();
    }

    @Test
    void sessionWhenItIsSomebodyElsesOrNoneThenNoData() {
        Member stranger = Member.of(passport);
        String id = newestOf(stranger.visitor()).get("id").asString();
        end(member.visitor(), "/" + id).isRefusal("4002");
        end(member.visitor(), "/x").isRefusal("4002");
        stranger.isSignedIn();
    }

    @Test
    void sessionsWhenAllOthersAreEndedThenOneIsLeft() {
        Visitor other = member.elsewhere(passport);
        end(member.visitor(), "").isOk().hasNoData();
        other.session().isRefusal("4101", "false");
        member.isSignedIn();
    }

    @Test
    void sessionsWhenNobodyIsSignedInThenSessionError() {
        Visitor nobody = Visitor.of(passport);
        nobody.get("sessions").isRefusal("4101", "用户未登录");
        end(nobody, "").isRefusal("4101", "用户未登录");
        end(nobody, "/x").isRefusal("4101", "用户未登录");
    }

    private static Answer end(Visitor visitor, String path) {
        return visitor.send("DELETE", "sessions" + path, null);
    }

    private static JsonNode newestOf(Visitor visitor) {
        return visitor.get("sessions").isOk().data().get(0);
    }
}
