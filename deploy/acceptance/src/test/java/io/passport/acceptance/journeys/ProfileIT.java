package io.passport.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.Download;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Changes name, avatar and real name, and reads them again. */
@PassportTest
class ProfileIT {

    private static final int FIVE_MEBIBYTES = 5 * 1024 * 1024;
    private static final int LONGEST_SIDE = 512;

    private final LaunchedPassport passport;
    private final RegisteredUser user;
    private final Visitor visitor;

    ProfileIT(LaunchedPassport passport) {
        this.passport = passport;
        this.user = RegisteredUser.of(passport);
        this.visitor = user.visitor();
    }

    @Test
    void nameWhenChangedThenShownEverywhereAndTheOldOneIsFree() {
        String name = "🐉 小王 " + UUID.randomUUID().toString().substring(0, 20);
        ApiResponse response = visitor.changeName("  " + name + "\t").isOk();
        assertThat(response.data().propertyNames()).containsExactly("name");
        assertThat(response.data().get("name").asString()).isEqualTo(name);
        assertThat(Profile.in(user.signInElsewhere(passport).profile()).text("name"))
                .isEqualTo(name);
        assertThat(visitor.session().data().get("name").asString()).isEqualTo(name);
        visitor.changeName("x" + name).isOk();
        RegisteredUser.of(passport).visitor().changeName(name).isOk();
    }

    @Test
    void avatarWhenUploadedThenItCanBeDownloadedSmallAndTheNextHasAnotherUrl() {
        String url = upload(Pictures.of("jpeg", 1300, 700));
        assertThat(Profile.in(visitor.profile()).text("avatar_url")).isEqualTo(url);
        BufferedImage avatar = Pictures.read(Download.from(url));
        assertThat(avatar.getWidth()).isEqualTo(LONGEST_SIDE);
        assertThat(avatar.getHeight()).isBetween(270, 281);
        assertThat(upload(Pictures.of("png", 40, 30))).isNotEqualTo(url);
    }

    @Test
    void avatarWhenDeletedThenItIsGoneFromProfileAndStorage() {
        String url = upload(Pictures.of("png", 40, 30));
        visitor.deleteAvatar().isOk().hasNoData();
        assertThat(Profile.in(visitor.profile()).text("avatar_url")).isEmpty();
        assertThatThrownBy(() -> Download.from(url)).hasCauseInstanceOf(FileNotFoundException.class);
        visitor.deleteAvatar().isOk();
    }

    @Test
    void avatarWhenTheFileHasFiveMebibytesThenOk() {
        byte[] picture = Pictures.noise(1300, 1300);
        assertThat(picture.length).isLessThan(FIVE_MEBIBYTES * 21 / 20);
        upload(Arrays.copyOf(picture, Math.max(picture.length, FIVE_MEBIBYTES)));
    }

    @Test
    void realNameWhenVerifiedThenTheCardIsMasked() {
        JsonNode before = visitor.realName().isOk().data();
        assertThat(before.propertyNames()).containsExactlyInAnyOrder("user_id", "real_name", "id_card");
        assertThat(before.get("real_name").isNull()).isTrue();
        assertThat(before.get("id_card").isNull()).isTrue();
        String realName = passport.secrets().newRealName();
        String idCard = passport.secrets().newIdCard();
        visitor.verifyRealName(realName, idCard).isOk().hasNoData();
        visitor.verifyRealName(realName, idCard).isOk();
        JsonNode verified = visitor.realName().isOk().data();
        assertThat(verified.get("user_id").asLong()).isEqualTo(user.id());
        assertThat(verified.get("real_name").asString()).isEqualTo(realName);
        assertThat(verified.get("id_card").asString()).isEqualTo("110105********" + idCard.substring(14));
    }

    private String upload(byte[] picture) {
        ApiResponse response = visitor.uploadAvatar(picture).isOk("头像上传成功");
        assertThat(response.data().propertyNames()).containsExactly("avatar_url");
        return response.data().get("avatar_url").asString();
    }
}
