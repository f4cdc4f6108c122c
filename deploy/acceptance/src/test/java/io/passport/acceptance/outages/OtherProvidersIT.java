package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.DisturbsPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Downloads;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.Profile;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Qiniu, or the check of real names, out of order. */
@DisturbsPassport
class OtherProvidersIT {

    private static final String QINIU = "qiniu";
    private static final String ID_CHECK = "idcheck";
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration LONGEST_UPLOAD = Duration.ofSeconds(16);

    private final Passport passport;
    private final Member member;
    private final byte[] picture = Pictures.of("png", 40, 30);

    OtherProvidersIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
    }

    @AfterEach
    void endTheFaults() {
        passport.faults().close();
        Recovery.of(passport);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 599})
    void uploadWhenQiniuAnswersAnErrorThenRefusedAndTheOldAvatarStays(int status) {
        String before = uploaded();
        passport.faults().answer(QINIU, status);
        Timed.of(() -> member.visitor().uploadAvatar(picture))
                .within(LONGEST_UPLOAD)
                .isRefusal("4301", "七牛云上传失败")
                .hasNoData();
        showsStill(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "refuse"})
    void uploadWhenQiniuCutsTheConnectionThenRefusedAndTheOldAvatarStays(String kind) {
        String before = uploaded();
        passport.faults().cut(QINIU, kind);
        Timed.of(() -> member.visitor().uploadAvatar(picture))
                .within(LONGEST_UPLOAD)
                .isRefusal("4301", "七牛云上传失败");
        showsStill(before);
    }

    @Test
    void uploadWhenQiniuHangsThenRefusedInTimeAndTheOldAvatarStays() {
        String before = uploaded();
        passport.faults().hang(QINIU);
        Timed.of(() -> member.visitor().uploadAvatar(picture))
                .within(LONGEST_UPLOAD)
                .isRefusal("4301", "七牛云上传失败");
        showsStill(before);
    }

    @Test
    void verificationWhenTheCheckHangsThenRefusedInTimeAndNothingIsKept() {
        passport.faults().hang(ID_CHECK);
        verify().within(LONGEST).isRefusal("4301").hasNoData();
        isNotVerified();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void verificationWhenTheCheckAnswersAnErrorThenRefusedAndNothingIsKept(int status) {
        passport.faults().answer(ID_CHECK, status);
        verify().within(LONGEST).isRefusal("4301").hasNoData();
        isNotVerified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "refuse"})
    void verificationWhenTheCheckCutsTheConnectionThenRefusedAndNothingIsKept(String kind) {
        passport.faults().cut(ID_CHECK, kind);
        verify().within(LONGEST).isRefusal("4301").hasNoData();
        isNotVerified();
    }

    private String uploaded() {
        return member.visitor()
                .uploadAvatar(picture)
                .isOk("头像上传成功")
                .data()
                .get("avatar_url")
                .asString();
    }

    private void showsStill(String url) {
        assertThat(Profile.in(member.visitor().profile()).text("avatar_url")).isEqualTo(url);
        passport.faults().close();
        assertThat(Downloads.from(url)).isNotEmpty();
    }

    private Timed verify() {
        return Timed.of(() -> member.visitor()
                .verify(passport.secrets().newRealName(), passport.secrets().newIdCard()));
    }

    private void isNotVerified() {
        assertThat(member.visitor().verified().data().get("id_card").isNull()).isTrue();
    }
}
