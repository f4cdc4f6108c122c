package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.DisruptivePassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.Download;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.RegisteredUser;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of Qiniu and of the ID check. */
@DisruptivePassportTest
class StorageAndIdCheckVendorIT {

    private static final String QINIU = "qiniu";
    private static final String ID_CHECK = "idcheck";
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration LONGEST_UPLOAD = Duration.ofSeconds(16);

    private final LaunchedPassport passport;
    private final RegisteredUser user;
    private final byte[] picture = Pictures.of("png", 40, 30);

    StorageAndIdCheckVendorIT(LaunchedPassport passport) {
        this.passport = passport;
        this.user = RegisteredUser.of(passport);
    }

    @AfterEach
    void endFaults() {
        passport.faults().close();
        PassportRecovery.of(passport);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 599})
    void uploadWhenQiniuAnswersWithAnErrorThenFailureAndTheOldAvatarStays(int status) {
        String before = uploaded();
        passport.faults().respondWith(QINIU, status);
        TimedResponse.of(() -> user.visitor().uploadAvatar(picture))
                .within(LONGEST_UPLOAD)
                .isError("4301", "七牛云上传失败")
                .hasNoData();
        stillShows(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "refuse"})
    void uploadWhenQiniuClosesTheConnectionThenFailureAndTheOldAvatarStays(String kind) {
        String before = uploaded();
        passport.faults().cut(QINIU, kind);
        TimedResponse.of(() -> user.visitor().uploadAvatar(picture))
                .within(LONGEST_UPLOAD)
                .isError("4301", "七牛云上传失败");
        stillShows(before);
    }

    @Test
    void uploadWhenQiniuHangsThenFailureInTimeAndTheOldAvatarStays() {
        String before = uploaded();
        passport.faults().hang(QINIU);
        TimedResponse.of(() -> user.visitor().uploadAvatar(picture))
                .within(LONGEST_UPLOAD)
                .isError("4301", "七牛云上传失败");
        stillShows(before);
    }

    @Test
    void verificationWhenTheIdCheckHangsThenFailureInTimeAndNothingIsStored() {
        passport.faults().hang(ID_CHECK);
        verifyRealName().within(LONGEST).isError("4301").hasNoData();
        isNotVerified();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void verificationWhenTheIdCheckAnswersWithAnErrorThenFailureAndNothingIsStored(int status) {
        passport.faults().respondWith(ID_CHECK, status);
        verifyRealName().within(LONGEST).isError("4301").hasNoData();
        isNotVerified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "refuse"})
    void verificationWhenTheIdCheckClosesTheConnectionThenFailureAndNothingIsStored(String kind) {
        passport.faults().cut(ID_CHECK, kind);
        verifyRealName().within(LONGEST).isError("4301").hasNoData();
        isNotVerified();
    }

    private String uploaded() {
        return user.visitor()
                .uploadAvatar(picture)
                .isOk("头像上传成功")
                .data()
                .get("avatar_url")
                .asString();
    }

    private void stillShows(String url) {
        assertThat(Profile.in(user.visitor().profile()).text("avatar_url")).isEqualTo(url);
        passport.faults().close();
        assertThat(Download.from(url)).isNotEmpty();
    }

    private TimedResponse verifyRealName() {
        return TimedResponse.of(() -> user.visitor()
                .verifyRealName(
                        passport.secrets().newRealName(), passport.secrets().newIdCard()));
    }

    private void isNotVerified() {
        assertThat(user.visitor().realName().data().get("id_card").isNull()).isTrue();
    }
}
